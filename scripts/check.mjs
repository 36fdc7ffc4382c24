// @ts-check
// `npm run check`: what is worth knowing before each commit, in a minute. Lint looks again only at files that changed.
import "./launch/node-version.mjs";

const { run } = await import("./launch/steps.mjs");

await run(async () => {
  const { runSteps } = await import("./test-steps/run.mjs");
  const { quickSteps } = await import("./test-steps/steps.mjs");
  return runSteps(quickSteps, []);
});
