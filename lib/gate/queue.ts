import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";

/** A job taken from the queue; `attempts` counts this one, and tells a late worker that the job is no longer theirs. */
export type TakenJob = { id: string; name: string; key: string; attempts: number };

/** How long a worker that fell silent keeps a job from others. Each job may run twice without harm. */
const leaseMinutes = 5;

/**
 * Asks for work, inside the transaction that makes it necessary. Asked for again under the same name and key, it stays one
 * job.
 */
export const enqueue = (tx: Tx, name: string, key: string, runAt: Date | null = null): Promise<number> =>
  tx.$executeRaw`insert into job (name, key, run_at) values (${name}, ${key}, coalesce(${runAt}::timestamptz, now()))
    on conflict do nothing`;

/** The next job that is due, or will be within a second (processors' clocks differ by a hair), held for this worker alone; null where there is none. */
export async function takeJob(viewer: Viewer, names: readonly string[]): Promise<TakenJob | null> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<TakenJob[]>`
    update job set attempts = attempts + 1, leased_until = now() + make_interval(mins => ${leaseMinutes}::int)
    where id = (select id from job where finished_at is null and run_at < now() + interval '1 second' and name = any(${[...names]}::text[])
        and (leased_until is null or leased_until < now())
      order by run_at, id limit 1 for update skip locked)
    returning id, name, key, attempts`,
  );
  return rows[0] ?? null;
}

/** The job is done with, or to be tried again after so many seconds. */
export const settleJob = (
  viewer: Viewer,
  { id, attempts }: TakenJob,
  again: { seconds: number; fault: string } | null,
): Promise<number> =>
  asViewer(viewer, (tx) =>
    again
      ? tx.$executeRaw`update job set leased_until = null, fault = ${again.fault}::text,
          run_at = now() + make_interval(secs => ${again.seconds}::double precision)
          where id = ${id}::uuid and attempts = ${attempts}::int and finished_at is null`
      : tx.$executeRaw`update job set leased_until = null, fault = null, finished_at = now()
          where id = ${id}::uuid and attempts = ${attempts}::int and finished_at is null`,
  );
