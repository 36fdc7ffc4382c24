/** Runs once when the server starts: says why it will not, and stops; else begins the work that nobody waits for. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseToStart } = await import("@/lib/platform/refuse-to-start");
  await refuseToStart();
  const { tameMethods } = await import("@/lib/platform/methods");
  tameMethods();
  const { followAnswers } = await import("@/lib/platform/answers");
  followAnswers();
  const { prepare, startJobs } = await import("@/app/jobs");
  await prepare();
  startJobs();
}
