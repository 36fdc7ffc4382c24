// @ts-check
// `npm start`: from a clone to a running site. Only what Node itself brings is used until the packages are installed.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`✗ Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
  process.exit(1);
}

const { run, step } = await import("./launch/steps.mjs");
const { install, isInstalled } = await import("./launch/install.mjs");

await run(async () => {
  if (!isInstalled()) await step("packages installed", install);
  const { serve } = await import("./launch/serve.mjs");
  await serve();
});
