import { setTimeout as pause } from "node:timers/promises";

import { dashboard, overduePage, saveGroup as saveSectionFloor } from "@/bench/floors.mjs";
import { meterDatabase, metered } from "@/bench/meter";
import { inTurns, report, within } from "@/bench/pairs";
import { connected, signedIn, waited } from "@/bench/people";
import { answersTo, openGroups } from "@/bench/visit";
import { listStandings } from "@/lib/adoption/queries";
import { saveGroup } from "@/lib/visits/recording/commands";
import type { GroupInput } from "@/lib/visits/schema";
import { findDashboard, findHeadline } from "@/lib/dashboard/queries";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { disconnect } from "@/lib/platform/database";

const on = plainDate("31/12/2017");
const pairs = Number(process.env.BENCH_PAIRS ?? "30");
const overdueOnly = {
  on,
  query: "",
  kind: null,
  obligation: null,
  bucket: null,
  topic: null,
  overdue: true,
  page: 1,
};

meterDatabase();

const reader = await connected(process.env.DATABASE_READER_URL, "reader");
const owner = await connected(process.env.DATABASE_OWNER_URL, "system");

const floorOf = (name: string, text: string, values: unknown[]) => () =>
  reader.query<{ answer: unknown }>({ name, text, values });

type Explained = { "Planning Time": number; "Execution Time": number };

/**
 * What the server itself says it spends on the statements of some work, planning and executing, as the app's role. The least of
 * several runs: a busy machine only adds to what a statement costs.
 */
async function serverTime(viewer: Viewer, work: () => Promise<unknown>): Promise<number> {
  const { statements } = await metered(work);
  const figures = statements.filter(({ text }) => /from agency_standing/i.test(text));
  const client = await connected(process.env.DATABASE_URL, viewer.role);
  let total = 0;
  for (const { text, values } of figures) {
    const runs: number[] = [];
    for (let run = 0; run < 60; run += 1) {
      await pause(10);
      const { rows } = await client.query<{ "QUERY PLAN": Explained[] }>(
        `explain (analyze, timing off, format json) ${text}`,
        values,
      );
      const [plan] = rows[0]?.["QUERY PLAN"] ?? [];
      runs.push((plan?.["Planning Time"] ?? 0) + (plan?.["Execution Time"] ?? 0));
    }
    total += Math.min(...runs);
  }
  await client.end();
  return total;
}

async function readings(leader: Viewer): Promise<void> {
  const ours = await findDashboard(leader, on);
  const floor = floorOf("dashboard", dashboard((ours?.headline.total ?? 0) <= 200), [on, 2017]);
  const same = (await floor()).rows[0]?.answer as { years: unknown; overdue: { code: string }[] };
  const told = (years: unknown): string => JSON.stringify(years, ["year", "declared", "total"]);
  if (
    told(same.years) !== told(ours?.years) ||
    same.overdue.some(({ code }, n) => code !== ours?.overdue[n]?.code)
  )
    throw new Error("the floor of the dashboard answers something else");
  report(
    "dashboard",
    "database",
    await inTurns(
      pairs,
      waited(() => findDashboard(leader, on)),
      waited(floor),
    ),
  );
  const page = floorOf("overdue", overduePage, [on]);
  const answer = (await page()).rows[0]?.answer as { total: number; lines: { code: string }[] };
  const { total, lines } = await listStandings(leader, overdueOnly);
  if (answer.total !== total || lines.some(({ code }, n) => code !== answer.lines[n]?.code))
    throw new Error("the floor of the overdue page answers something else");
  report(
    "overdue page",
    "database",
    await inTurns(
      pairs,
      waited(() => listStandings(leader, overdueOnly)),
      waited(page),
    ),
  );
}

async function saving(inspector: Viewer): Promise<void> {
  const ours = async (): Promise<number> => {
    const inputs = (await openGroups(owner)).map((section): GroupInput => ({
      visitId: section.visit,
      groupCode: section.group,
      version: section.version,
      answers: answersTo(section),
    }));
    const { milliseconds, answer } = await metered(async () => {
      const results = [];
      for (const input of inputs) results.push(await saveGroup(inspector, input));
      return results;
    });
    if (answer.some((result) => !result.ok)) throw new Error("a section was refused");
    return milliseconds;
  };
  const floor = async (): Promise<number> => {
    const sections = await openGroups(owner);
    const { milliseconds } = await metered(async () => {
      for (const { visit, group, codes } of sections) {
        const outcomes = codes.map(() => "conforming");
        const values = [visit, group, inspector.accountId, codes, outcomes, codes.map(() => "")];
        await owner.query({ name: "section", text: saveSectionFloor, values });
      }
    });
    return milliseconds;
  };
  const count = (await openGroups(owner)).reduce((total, { codes }) => total + codes.length, 0);
  report(`saving ${count} answers`, "database", await inTurns(Math.ceil(pairs / 3), ours, floor));
}

const leader = await signedIn(owner, "leader");
await readings(leader);
await saving(await signedIn(owner, "inspector"));
within("headline", await serverTime(leader, () => asViewer(leader, (tx) => findHeadline(tx, on))), 10, "ms");
within("overdue page", await serverTime(leader, () => listStandings(leader, overdueOnly)), 2, "ms");
await Promise.all([reader.end(), owner.end(), disconnect()]);
