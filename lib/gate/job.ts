import { settleJob, takeJob, type TakenJob } from "@/lib/gate/queue";
import { systemViewer, type SystemJob } from "@/lib/identity/viewer";
import type { Viewer } from "@/lib/identity/types";
import { log } from "@/lib/platform/log";

/** What a job needs of its command: null when it is done with, or in how many seconds to try again and why. */
export type Again = { seconds: number; fault: string };

export type Job = { name: SystemJob; run: (taken: TakenJob) => Promise<Again | null> };

/** A door for work that nobody waits for: it runs as a named job of the system. */
export const job = (
  name: SystemJob,
  command: (viewer: Viewer, taken: TakenJob) => Promise<Again | null>,
): Job => ({ name, run: (taken) => command(systemViewer(name), taken) });

/** One that broke is tried again by and by: 1, 2, 4 … minutes, at most an hour. */
const afterFault = (attempts: number): number => Math.min(60 * 2 ** (attempts - 1), 3600);

/** What broke, without what it broke on: a message may hold texts of records. It stays with the job, in the database. */
export const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${(error as { code?: string }).code ?? ""}`.trim() : typeof error;

async function runOne({ name, run }: Job, taken: TakenJob): Promise<Again | null> {
  try {
    return await run(taken);
  } catch (error) {
    log.error({ event: "job broke", job: name, attempts: taken.attempts, fault: nameOf(error) });
    const fault = error instanceof Error ? error.message : String(error);
    return { seconds: afterFault(taken.attempts), fault: fault.slice(0, 300) };
  }
}

/** Does one job that is due; false where none was. */
export async function workOne(jobs: readonly Job[]): Promise<boolean> {
  const viewer = systemViewer("work");
  const taken = await takeJob(
    viewer,
    jobs.map(({ name }) => name),
  );
  const door = jobs.find(({ name }) => name === taken?.name);
  if (!taken || !door) return false;
  await settleJob(viewer, taken, await runOne(door, taken));
  return true;
}
