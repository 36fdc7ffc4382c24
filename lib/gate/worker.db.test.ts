import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { job, workOne, type Again } from "@/lib/gate/job";
import { enqueue, settleJob, takeJob } from "@/lib/gate/queue";
import { startWorker } from "@/lib/gate/worker";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const system = systemViewer("test");
const name = "send-mail";
let ran: string[] = [];

const door = (answer: (key: string) => Promise<Again | null> = () => Promise.resolve(null)) =>
  job(name, (_viewer: Viewer, { key }) => {
    ran.push(key);
    return answer(key);
  });
const ask = (key: string = randomUUID()) => asViewer(system, (tx) => enqueue(tx, name, key));
const drain = async (doors: Parameters<typeof workOne>[0]): Promise<void> => {
  while (await workOne(doors));
};

beforeEach(async () => {
  ran = [];
  await rowsOf("delete from job");
});

describe("the queue", () => {
  it("does each job once, however many workers there are and however often it was asked for", async () => {
    const keys = Array.from({ length: 40 }, () => randomUUID());
    for (const key of [...keys, ...keys]) await ask(key);
    await Promise.all([1, 2, 3, 4].map(() => drain([door()])));
    expect(ran.sort()).toEqual(keys.sort());
    for (const key of keys) await ask(key);
    expect(await workOne([door()])).toBe(false);
  });

  it("waits until a job is due", async () => {
    await asViewer(system, (tx) => enqueue(tx, name, "later", new Date(Date.now() + 60_000)));
    expect(await workOne([door()])).toBe(false);
  });

  it("leaves alone what this site has no door for", async () => {
    await rowsOf("insert into job (name, key) values ('of-a-newer-release', 'x')");
    expect(await workOne([door()])).toBe(false);
  });

  it("tries again what broke, later and later, and keeps why", async () => {
    await ask("broken");
    const broken = door(() => Promise.reject(new Error("the printer is on fire")));
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await workOne([broken]);
      const [row] = await rowsOf<{ wait: number; fault: string }>(
        "select extract(epoch from run_at - now())::int as wait, fault from job",
      );
      waits.push(Math.round((row?.wait ?? 0) / 60));
      expect(row?.fault).toBe("the printer is on fire");
      await rowsOf("update job set run_at = now()");
    }
    expect(waits).toEqual([1, 2, 4]);
  });

  it("gives back what a worker that fell silent had taken, and that worker finishes it no more", async () => {
    await ask("held");
    const silent = await takeJob(system, [name]);
    expect(await workOne([door()])).toBe(false);
    await rowsOf("update job set leased_until = now() - interval '1 second'");
    const second = await takeJob(system, [name]);
    expect(second?.attempts).toBe(2);
    expect(silent && (await settleJob(system, silent, null))).toBe(0);
    expect(second && (await settleJob(system, second, null))).toBe(1);
  });

  it("is asked by whoever acts, and read or done by nobody signed in", async () => {
    await ask("secret");
    const officer = await viewerNamed("officer");
    expect(await asViewer(officer, (tx) => tx.job.count())).toBe(0);
    expect(await takeJob(officer, [name])).toBeNull();
    await asViewer(officer, (tx) => enqueue(tx, name, "asked by an officer"));
    await drain([door()]);
    expect(ran.sort()).toEqual(["asked by an officer", "secret"]);
  });
});

describe("the worker", () => {
  it("stops after the job under way, and takes no other", async () => {
    await ask("first");
    await ask("second");
    let release = (): void => undefined;
    let begun = (): void => undefined;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const held = new Promise<null>((resolve) => (release = () => resolve(null)));
    const slow = door(() => {
      begun();
      return held;
    });
    const worker = startWorker([slow], () => Promise.resolve());
    await under;
    const stopped = worker.stop();
    release();
    await stopped;
    expect(ran).toHaveLength(1);
    expect(await rowsOf("select count(*)::int as n from job where finished_at is not null")).toEqual([
      { n: 1 },
    ]);
  });

  it("goes on when the queue could not be reached for a moment", async () => {
    await ask("after the storm");
    let storms = 1;
    const worker = startWorker([door()], () =>
      storms-- > 0 ? Promise.reject(new Error("connection refused")) : Promise.resolve(),
    );
    await expect.poll(() => ran, { timeout: 15_000 }).toEqual(["after the storm"]);
    await worker.stop();
  });
});
