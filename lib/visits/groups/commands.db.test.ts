import { expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { giveGroups, takeGroup } from "@/lib/visits/groups/commands";
import { handsAt } from "@/lib/visits/groups/rules";
import { listHands } from "@/lib/visits/groups/queries";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { absent } from "@/lib/visits/minutes/types";
import { receiveGroup } from "@/lib/visits/recording/commands";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { newId } from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, createVisit, versionsOf, written } from "@/tests/support/database/visit";

const mark = () => ({ id: newId(), recordedAt: new Date("2017-12-31T02:00:00Z") });

let colleagues = 0;

/** A second member of the visit's team. */
async function colleagueOf(visitId: string): Promise<Viewer> {
  const name = `colleague.${(colleagues += 1)}`;
  const [person] = await rowsOf<{ id: string }>(
    "insert into person (full_name) values ('Trần Văn B') returning id",
  );
  await rowsOf(
    "insert into account (person_id, name, password_hash, role) select $1, $2, password_hash, role from account where name = 'inspector'",
    [person?.id, name],
  );
  await rowsOf("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'member')", [
    visitId,
    person?.id,
  ]);
  return viewerNamed(name);
}

async function team() {
  const visitId = await createVisit();
  const [first, second] = [await inspector(), await colleagueOf(visitId)];
  const take = (who: Viewer, mine = true, item = mark()) =>
    takeGroup(who, { visitId, groupCode: "D", mine }, item);
  const record = (who: Viewer, version: number, outcome: "conforming" | "partly") =>
    receiveGroup(
      who,
      { visitId, groupCode: "D", version, answers: { "D.1": { outcome, note: "" } } },
      mark(),
    );
  return { visitId, first, second, take, record };
}

const takersAs = async (viewer: Viewer, visitId: string): Promise<string[]> => {
  const hands = (await listHands(viewer, [visitId]))[visitId];
  return handsAt(hands, "D").takers.map(({ name, mine }) => (mine ? "own" : name));
};

it("a group is taken and given back under a receipt each; the same item has the same receipt", async () => {
  const { visitId, first, take } = await team();
  const item = mark();
  const taken = await take(first, true, item);
  expect(taken.ok).toBe(true);
  expect(await take(first, true, item)).toEqual(taken);
  expect(await takersAs(first, visitId)).toEqual(["own"]);
  expect((await take(first, false)).ok).toBe(true);
  expect(await take(first, true, item), "an old copy takes nothing again").toEqual(taken);
  expect(await takersAs(first, visitId)).toEqual([]);
  const back = await take(first, false);
  expect(back, "given back twice").toEqual(await take(first, false));
  const entries = await rowsOf<{ action: string }>(
    "select action from journal_entry where entity_id = $1 order by id",
    [visitId],
  );
  expect(entries.map(({ action }) => action)).toEqual(["group-taken", "group-given-back"]);
});

it("two who take the same group are both taken at their word, the last to arrive first", async () => {
  const { visitId, first, second, take } = await team();
  await take(first);
  expect((await take(second)).ok).toBe(true);
  expect(await takersAs(first, visitId)).toEqual(["Trần Văn B", "own"]);
  expect(await takersAs(second, visitId)).toEqual(["own", first.name]);
  await take(first);
  expect(await takersAs(first, visitId), "said twice, it is as old as before").toEqual(["Trần Văn B", "own"]);
  await take(first, false);
  await take(first);
  expect(await takersAs(first, visitId)).toEqual(["own", "Trần Văn B"]);
  await take(first, false);
  expect(await takersAs(first, visitId), "given back, the colleague's stays").toEqual(["Trần Văn B"]);
});

it("what a colleague has taken can be recorded, and who recorded last is said", async () => {
  const { visitId, first, second, take, record } = await team();
  await take(second);
  expect((await record(first, 0, "partly")).ok).toBe(true);
  const own = handsAt((await listHands(first, [visitId]))[visitId], "D");
  expect(own.recorded).toMatchObject({ name: first.name, mine: true });
  expect((await record(second, 1, "conforming")).ok).toBe(true);
  const later = handsAt((await listHands(first, [visitId]))[visitId], "D");
  expect(later.recorded).toMatchObject({ name: "Trần Văn B", mine: false });
  expect(Date.parse(later.recorded?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(own.recorded?.at ?? ""));
});

it("what came from another phone names who recorded it, and beside them who sent it, until it is recorded anew", async () => {
  const { visitId, first, second, record } = await team();
  const answers = { "D.1": { outcome: "partly" as const, note: "" } };
  const brought = { visitId, groupCode: "D", version: 0, answers, by: "Trần Văn B" };
  expect((await receiveGroup(first, brought, mark())).ok).toBe(true);
  const seenBy = async (viewer: Viewer) =>
    handsAt((await listHands(viewer, [visitId]))[visitId], "D").recorded;
  expect(await seenBy(first)).toMatchObject({ name: "Trần Văn B", mine: false, sender: first.name });
  expect(await seenBy(second)).toMatchObject({ name: "Trần Văn B", mine: true, sender: first.name });
  const [entry] = await rowsOf<{ content: string }>(
    "select content from journal_entry where entity_id = $1 and action = 'section-saved'",
    [visitId],
  );
  expect(entry?.content).toContain('"by":"Trần Văn B"');
  await record(first, 1, "conforming");
  expect(await seenBy(first)).toEqual(expect.objectContaining({ name: first.name, mine: true }));
  expect(await seenBy(first)).not.toHaveProperty("sender");
});

it("the pack of each says who is at which group, of each visit its own", async () => {
  const [one, other] = [await team(), await team()];
  await one.take(one.second);
  await other.record(other.first, 0, "partly");
  const pack = await findFieldPack(one.first, "vi");
  const handsIn = (id: string) => pack?.visits.find((visit) => visit.id === id)?.hands;
  expect(handsIn(one.visitId)).toMatchObject({
    D: { recorded: null, takers: [{ name: "Trần Văn B", mine: false }] },
  });
  expect(handsIn(other.visitId)).toMatchObject({ D: { recorded: { mine: true }, takers: [] } });
});

it("is for the team alone to take, and for no agency to read", async () => {
  const { visitId, first, take } = await team();
  await take(first);
  const before = await written(visitId);
  for (const name of ["leader", "officer", "head", "admin"]) {
    const viewer = await viewerNamed(name);
    expect((await take(viewer)).ok, name).toBe(false);
    expect((await giveGroups(viewer, { visitId, given: [{ groupCode: "D", personId: null }] })).ok).toBe(
      false,
    );
    expect(await takersAs(viewer, visitId)).toEqual(name === "leader" ? [first.name] : []);
  }
  const nothing = await takeGroup(first, { visitId, groupCode: "Z", mine: true }, mark());
  expect(nothing).toMatchObject({ problems: [{ code: "unknown-input" }] });
  expect(await written(visitId)).toBe(before);
});

it("is kept beside the minutes after the seal, and changes nothing", async () => {
  const { visitId, first, second, take } = await team();
  await answerAll(visitId);
  const finding = {
    ...{ questionCode: "D.2", severity: "minor" as const, scope: "Trụ sở chính" },
    evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
    dueOn: "2018-01-30" as PlainDate,
  };
  const seen = await versionsOf(visitId);
  const input = { visitId, conclusion: "", seen, representative: absent, findings: [finding] };
  expect((await finaliseVisit(first, input)).ok).toBe(true);
  const late = await take(second);
  expect(late).toMatchObject({ problems: [{ code: "visit-final" }], conflict: { late: true } });
  expect(!late.ok && late.conflict?.kept).toMatch(/^\d{6,}$/);
  expect(await takersAs(second, visitId)).toEqual([]);
  expect(await listKept(first, visitId)).toMatchObject([
    { why: "late", by: "Trần Văn B", kind: "groups", part: "D" },
  ]);
  await expect(
    rowsOf(
      "insert into visit_group select id, 'D', $2::uuid, agency_id, now() from visit where id = $1::uuid",
      [visitId, second.personId],
    ),
  ).rejects.toThrow(/final/);
});

it("any member gives groups to members from the office, each to one alone or to nobody", async () => {
  const { visitId, first, second, take } = await team();
  await take(first);
  await take(second);
  const give = (groupCode: string, personId: string | null) =>
    giveGroups(second, { visitId, given: [{ groupCode, personId }] });
  expect((await give("D", first.personId)).ok).toBe(true);
  expect(await takersAs(first, visitId)).toEqual(["own"]);
  expect((await give("D", null)).ok).toBe(true);
  expect(await takersAs(first, visitId)).toEqual([]);
  const [last] = await rowsOf<{ groups: unknown }>(
    "select content::jsonb -> 'groups' as groups from journal_entry where entity_id = $1 and action = 'groups-given' order by id limit 1",
    [visitId],
  );
  expect(last?.groups).toEqual({ D: first.name });
  for (const given of [[], [{ groupCode: "D", personId: null }]])
    expect(await giveGroups(first, { visitId, given })).toMatchObject({ problems: [{ code: "no-change" }] });
  const stranger = (await viewerNamed("leader")).personId;
  for (const refused of [await give("D", stranger), await give("Z", first.personId)])
    expect(refused).toMatchObject({ problems: [{ code: "not-a-choice" }] });
});

it("a visit of which groups have been taken has not begun; whoever leaves its team is shown no more", async () => {
  const { visitId, first, second, take } = await team();
  await take(first);
  await take(second);
  await rowsOf("update visit set planned_on = '2018-01-05' where id = $1", [visitId]);
  await rowsOf("delete from team_member where visit_id = $1 and person_id = $2", [visitId, second.personId]);
  expect(await takersAs(first, visitId)).toEqual(["own"]);
  await expect(rowsOf("delete from visit where id = $1", [visitId])).rejects.toThrow(/has begun/);
  const given = await team();
  await giveGroups(given.first, {
    visitId: given.visitId,
    given: [{ groupCode: "D", personId: given.second.personId }],
  });
  await rowsOf("delete from team_member where visit_id = $1", [given.visitId]);
  await rowsOf("delete from visit where id = $1", [given.visitId]);
  expect(await rowsOf("select 1 from visit_group where visit_id = $1", [given.visitId])).toEqual([]);
});
