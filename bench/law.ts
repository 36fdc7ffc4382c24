import { randomUUID } from "node:crypto";

import { importProcedures, rippleOfLaw, rippleOfProcedures } from "@/bench/floors.mjs";
import { draftAmendment, draftDecision, draftLaw, dropRead, layLaws, published } from "@/bench/law-world";
import { meterDatabase } from "@/bench/meter";
import { alone, inTurns, report, timed, within } from "@/bench/pairs";
import { connected, signedIn, waited } from "@/bench/people";
import { listProcedures } from "@/lib/catalogue/queries";
import { readProcedures } from "@/lib/catalogue/rows/commands";
import { findCoverage, listCoverage } from "@/lib/coverage/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { releaseChange } from "@/lib/legal/changes/commands";
import { disconnect } from "@/lib/platform/database";

const on = plainDate("31/12/2017");
/** In a small world a ripple is mostly what any command costs. */
const largest = 46_000;
const pairs = Math.ceil(Number(process.env.BENCH_PAIRS ?? "30") / 6);

meterDatabase();
const owner = await connected(process.env.DATABASE_OWNER_URL, "system");
const lead = await connected(process.env.DATABASE_OWNER_URL, "leader");
const leader = await signedIn(owner, "leader");
await layLaws(owner, lead);

type Draft = { law: string; change: string };
type Clock = (work: () => Promise<unknown>) => Promise<number>;
const inDatabase: Clock = (work) => waited(work)();

async function release({ law, change }: Draft): Promise<void> {
  const result = await releaseChange(leader, { lawId: law, changeId: change, shown: undefined });
  if (!result.ok) throw new Error(`a change was refused: ${JSON.stringify(result.problems)}`);
}

const tasksOf = (change: string): string =>
  `select document_id, agency_id, effective_on from update_task where change_id = '${change}'`;

/** How many tasks one change has; an error where the other has others. */
async function sameTasks(one: string, other: string): Promise<number> {
  const { rows } = await owner.query<{ other: number; all: number }>(
    `select (select count(*)::int from ((${tasksOf(one)} except ${tasksOf(other)}) union all (${tasksOf(other)} except ${tasksOf(one)})) x) as other,
       (select count(*)::int from (${tasksOf(one)}) x) as all`,
  );
  const [found] = rows;
  if (!found || found.other > 0 || found.all === 0)
    throw new Error(`the floor of a ripple finds other documents: ${JSON.stringify(found)}`);
  return found.all;
}

async function ripple(
  name: string,
  draft: (client: typeof owner) => Promise<Draft>,
  text: string,
): Promise<void> {
  const floor = ({ change }: Draft) => owner.query({ name, text, values: [change, on] });
  const [one, other] = [await draft(owner), await draft(owner)];
  await release(one);
  await floor(other);
  const documents = await sameTasks(one.change, other.change);
  const turns = (clock: Clock) =>
    inTurns(
      pairs,
      async () => {
        const fresh = await draft(owner);
        return clock(() => release(fresh));
      },
      async () => {
        const fresh = await draft(owner);
        return clock(() => floor(fresh));
      },
    );
  const what = `${name}, ${documents}`;
  report(what, "database", await turns(inDatabase));
  const whole = await turns(timed);
  report(what, "command", whole);
  if (documents >= largest) within(what, whole.ratio, 3, "×");
}

const rowsRead = 10_000;
const lines = Array.from({ length: rowsRead }, (_, index) => {
  const n = String(index).padStart(5, "0");
  return {
    code: `2.9${n}`,
    name: `Cấp lại giấy chứng nhận đủ điều kiện hoạt động số ${n}`,
    field: `Lĩnh vực ${index % 40}`,
  };
});
const pasted = [
  "STT\tMã TTHC\tTên thủ tục hành chính\tLĩnh vực\tCấp thực hiện\tCơ quan thực hiện",
  ...lines.map(({ code, name, field }, index) =>
    [index + 1, code, name, field, "Cấp tỉnh", "Sở Đo lường"].join("\t"),
  ),
].join("\n");

async function read({ law }: Draft): Promise<void> {
  const result = await readProcedures(leader, { lawId: law, file: null, pasted });
  if (!result.ok) throw new Error(`a list was refused: ${JSON.stringify(result.problems)}`);
}

async function unnested({ change }: Draft): Promise<void> {
  const all = (what: string): string[] => lines.map(() => what);
  await owner.query({
    name: "import",
    text: importProcedures,
    values: [
      change,
      lines.map(() => randomUUID()),
      lines.map((_, index) => index + 1),
      lines.map((_, index) => `${index + 2} (–)`),
      lines.map(({ code }) => code),
      lines.map(({ name }) => name),
      lines.map(({ field }) => field),
      ...[all("Cấp tỉnh"), all(""), all("Sở Đo lường")],
    ],
  });
}

const rowsOf = (change: string): string =>
  `select position, place, act, code, name, field, levels, decides, performs, effective_on, ends_on, shared, no_case, internal, bases
   from procedure_row where change_id = '${change}'`;

async function importing(): Promise<void> {
  const [one, other] = [await draftLaw(owner), await draftLaw(owner)];
  await read(one);
  const { rows: ours } = await owner.query<object>(`${rowsOf(one.change)} order by position`);
  await dropRead(lead, one.change);
  await unnested(other);
  const { rows: theirs } = await owner.query<object>(`${rowsOf(other.change)} order by position`);
  await dropRead(lead, other.change);
  if (ours.length !== rowsRead || JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`the floor of an import says something else: ${JSON.stringify([ours[0], theirs[0]])}`);
  const turns = (clock: Clock) => {
    const turn = (work: (draft: Draft) => Promise<void>) => async (): Promise<number> => {
      const fresh = await draftLaw(owner);
      const milliseconds = await clock(() => work(fresh));
      await dropRead(lead, fresh.change);
      return milliseconds;
    };
    return inTurns(pairs, turn(read), turn(unnested));
  };
  const what = `import of ${rowsRead}`;
  report(what, "database", await turns(inDatabase));
  const whole = await turns(timed);
  report(what, "command", whole);
  within(what, whole.ratio, 6, "×");
}

async function readings(): Promise<void> {
  const all = await listProcedures(leader, on);
  if (all.length < published) throw new Error(`only ${all.length} procedures are listed`);
  const { rows } = await owner.query<{ id: string }>(
    "select agency_id::text as id from handled_procedure limit 1",
  );
  const agency = rows[0]?.id ?? "";
  const asked = {
    "list of procedures": () => listProcedures(leader, on),
    "coverage of one": () => findCoverage(leader, agency, on),
    "coverage of all": () => listCoverage(leader, on),
  };
  for (const [what, work] of Object.entries(asked)) {
    alone(what, "database", await inTurns(pairs, waited(work), () => Promise.resolve(1)));
    alone(
      what,
      "command",
      await inTurns(
        pairs,
        () => timed(work),
        () => Promise.resolve(1),
      ),
    );
  }
}

await readings();
await importing();
await ripple("decision", draftDecision, rippleOfProcedures);
await ripple("amendment", draftAmendment, rippleOfLaw);
await Promise.all([owner.end(), lead.end(), disconnect()]);
