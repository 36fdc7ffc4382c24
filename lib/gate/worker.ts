import { nameOf, workOne, type Job } from "@/lib/gate/job";
import { log } from "@/lib/platform/log";

const pauseMilliseconds = 5_000;

export type Worker = { stop: () => Promise<void> };

/**
 * Works inside the process of the site, one job after the other. Stopping takes no further job and waits for the one under
 * way; what is cut off all the same is taken up again when its lease has run out.
 */
export function startWorker(jobs: readonly Job[], prepare: () => Promise<void>): Worker {
  const stopping = new AbortController();
  const stopped = work(jobs, prepare, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return stopped;
    },
  };
}

async function work(jobs: readonly Job[], prepare: () => Promise<void>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await prepare();
      while (!stop.aborted && (await workOne(jobs)));
    } catch (error) {
      // The database may be away for a moment; the queue is still there when it comes back.
      log.error({ event: "queue unreachable", fault: nameOf(error) });
    }
    await pause(stop);
  }
}

const pause = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      stop.removeEventListener("abort", end);
      resolve();
    }, pauseMilliseconds);
    stop.addEventListener("abort", end, { once: true });
  });
