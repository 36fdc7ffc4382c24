// @ts-check
// `npm test`: every check, in the order in which a mistake shows soonest. `npm test -- unit database` runs those alone.
import "./launch/node-version.mjs";

const { run } = await import("./launch/steps.mjs");

await run(async () => {
  const { runSteps } = await import("./test-steps/run.mjs");
  const { steps } = await import("./test-steps/steps.mjs");
  return runSteps(steps, process.argv.slice(2));
});
