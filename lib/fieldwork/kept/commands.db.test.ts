import { expect, it, vi } from "vitest";

import { putAway } from "@/lib/fieldwork/kept/commands";
import { listCollisions, listKept } from "@/lib/fieldwork/kept/queries";
import { keptMessage } from "@/lib/fieldwork/kept/schema";
import { mostKeepings } from "@/lib/visits/delivery/limits";
import { receiveMinutes } from "@/lib/visits/commands";
import { receiveGroup, saveGroup } from "@/lib/visits/recording/commands";
import type { AnswerText } from "@/lib/checklists/types";
import type { Viewer } from "@/lib/identity/types";
import { newId } from "@/tests/support/database/export";
import { sealedOf, sealedVisit } from "@/tests/support/database/sealed";
import { rowsOf } from "@/tests/support/database/viewer";
import {
  answerAll,
  inspector,
  loadedVisit,
  createMate,
  createVisit,
  written,
} from "@/tests/support/database/visit";

vi.setConfig({ testTimeout: 60_000 });

const recordedAt = "2017-12-31T02:00:00Z";
const mark = (id = newId()) => ({ id, recordedAt: new Date(recordedAt) });
const sent = { format: 1, recordedAt, to: "sheets", message: {} };
const away = (visitId: string, problem = "") =>
  keptMessage.parse({ ...sent, visitId, message: { note: newId() }, problem });

it("takes what was told of an item however long it was, cut between whole letters", async () => {
  const visit = await createVisit();
  const told = away(visit, "ề".normalize("NFD").repeat(1500) + "👩‍🔬".repeat(300));
  expect(told.problem).toBe("ề".repeat(1500) + "👩‍🔬".repeat(100));
  expect(await putAway(await inspector(), told, mark())).toMatchObject({ ok: true });
});

it("says how far the clock was off by which it was made, as its device does", async () => {
  const visit = await createVisit();
  await putAway(await inspector(), away(visit), { ...mark(), clockFast: 7 * 86_400 });
  expect(await listKept(await inspector(), visit)).toMatchObject([{ why: "away", clockFast: 7 * 86_400 }]);
});

it("says whose an item is that another account recorded", async () => {
  const visit = await createVisit();
  const item = mark();
  const message = away(visit);
  expect(await putAway(await inspector(), message, item)).toMatchObject({ ok: true });
  expect(await putAway(await createMate(visit), message, item)).toMatchObject({
    problems: [{ code: "not-yours-item" }],
  });
});

it("stands beside its visit, also of whoever has left the team since, and of nobody else", async () => {
  const visit = await createVisit();
  const mate = await createMate(visit);
  const stranger = await createMate(await createVisit());
  await rowsOf("delete from team_member where visit_id = $1 and person_id = $2", [visit, mate.personId]);
  expect(await putAway(mate, away(visit), mark())).toMatchObject({ ok: true });
  expect(await putAway(stranger, away(visit), mark())).toMatchObject({ ok: true });
  expect(await listKept(await inspector(), visit)).toMatchObject([{ why: "away", by: mate.name }]);
});

it("keeps so many things of one person and visit within a day, put away or come late, and then asks them to wait", async () => {
  const team: string[] = [];
  let mates: Awaited<ReturnType<typeof createMate>>[] = [];
  const visit = await sealedVisit(async (created) => {
    mates = [await createMate(created), await createMate(created)];
    team.push(created);
  });
  const [busy, other] = mates;
  if (!busy || !other) throw new Error("no team");
  const late = (viewer: typeof busy, note: string, item = mark()) =>
    receiveGroup(
      viewer,
      { visitId: visit, groupCode: "D", version: 0, answers: { "D.1": { outcome: "partly", note } } },
      item,
    );
  const first = mark();
  expect(await late(busy, "một", first)).toMatchObject({ conflict: { late: true } });
  for (let n = 1; n < mostKeepings; n += 1)
    expect(await putAway(busy, away(visit), mark())).toMatchObject({ ok: true });
  const before = await written(visit);
  const wait = { ok: false, problems: [{ code: "too-often", values: { minutes: 60 } }] };
  expect(await putAway(busy, away(visit), mark())).toMatchObject(wait);
  expect(await late(busy, "hai")).toMatchObject(wait);
  expect(await written(visit)).toBe(before);
  // What is kept already has its receipt all the same.
  expect(await late(busy, "một", first)).toMatchObject({ conflict: { late: true } });
  expect(await putAway(other, away(visit), mark())).toMatchObject({ ok: true });
});

it("keeps what is of no visit that the site knows under its sender, and so many of all such things", async () => {
  const viewer = await createMate(await createVisit());
  const lost = async () => putAway(viewer, away(newId()), mark());
  expect(await lost()).toMatchObject({ ok: true, value: { version: 0 } });
  for (let n = 1; n < mostKeepings; n += 1) expect(await lost()).toMatchObject({ ok: true });
  expect(await lost()).toMatchObject({ problems: [{ code: "too-often" }] });
  const visit = await createVisit();
  expect(await putAway(await inspector(), away(visit), mark())).toMatchObject({ ok: true });
});

it("keeps so many letters of one person and visit within a day, though they be few things", async () => {
  const visit = await createVisit();
  const mate = await createMate(visit);
  const minutes = () =>
    keptMessage.parse({
      format: 1,
      visitId: visit,
      recordedAt,
      to: "minutes",
      message: { text: "x".repeat(1_400_000) },
    });
  for (let n = 0; n < 3; n += 1) expect(await putAway(mate, minutes(), mark())).toMatchObject({ ok: true });
  expect(await putAway(mate, away(visit), mark())).toMatchObject({ problems: [{ code: "too-often" }] });
  expect(await putAway(await inspector(), away(visit), mark())).toMatchObject({ ok: true });
});

it("takes no part that is longer than its notes could be, and minutes as long as they are", () => {
  const message = { text: "x".repeat(250_000) };
  const asked = (to: string) =>
    keptMessage.safeParse({ format: 1, visitId: newId(), recordedAt, to, message });
  expect(asked("sheets").error?.issues.map((each) => each.message)).toEqual(["item-too-long"]);
  expect(asked("minutes").success).toBe(true);
});

const seal = async (visit: string) => {
  const { input } = await sealedOf(visit);
  expect(await receiveMinutes(await inspector(), input, mark())).toMatchObject({
    ok: true,
  });
};

/** What a device of that person sends of section D: it changed the answers named in `times`. */
const sendD = (
  viewer: Viewer,
  visit: string,
  version: number,
  answers: Record<string, AnswerText>,
  item = mark(),
) =>
  receiveGroup(
    viewer,
    {
      ...{ visitId: visit, groupCode: "D", version, answers },
      times: Object.fromEntries(Object.keys(answers).map((code) => [code, new Date(recordedAt)])),
    },
    item,
  );

const mine = { outcome: "conforming", note: "Chính sách do người tiền nhiệm ký" } as const;
const theirs = { outcome: "partly", note: "" } as const;

async function collided() {
  const visit = await createVisit();
  const mate = await createMate(visit);
  await answerAll(visit);
  const { version = 0 } = (await loadedVisit(visit)).sections["D"] ?? {};
  const item = mark();
  const sent = await sendD(mate, visit, version - 1, { "D.1": mine }, item);
  expect(sent).toMatchObject({ ok: false, conflict: { savedBy: "Huỳnh Xuân An" } });
  return { visit, mate, version, item, kept: sent.ok ? "" : (sent.conflict?.kept ?? "") };
}

const collisionsIn = async (visit: string) => (await listCollisions(await inspector(), [visit]))[visit] ?? [];

it("tells before the seal whose copy was never chosen, and keeps it in sight beside the minutes", async () => {
  const { visit, mate, version, item, kept } = await collided();
  const open = [{ by: "Nguyễn Thử Nghiệm", codes: ["D.1"] }];
  expect(await collisionsIn(visit)).toEqual(open);
  await seal(visit);
  const shown = { why: "unchosen", by: "Nguyễn Thử Nghiệm", receiptNo: kept, answers: { "D.1": mine } };
  expect(await listKept(await inspector(), visit)).toMatchObject([shown]);
  // Its device asks once more: the same copy has the receipt that it has, and is told that it came to no minutes.
  expect(await sendD(mate, visit, version - 1, { "D.1": mine }, item)).toMatchObject({
    conflict: { late: true, kept },
  });
  expect(await listKept(await inspector(), visit)).toMatchObject([shown]);
});

it.each<[string, AnswerText]>([
  ["one's own", mine],
  ["the colleague's", { outcome: "conforming", note: "" }],
])("has nothing to tell once somebody has chosen %s", async (_whose, chosen) => {
  const { visit, mate, version } = await collided();
  expect(await sendD(mate, visit, version, { "D.1": chosen })).toMatchObject({ ok: true });
  expect(await collisionsIn(visit)).toEqual([]);
  await seal(visit);
  expect(await listKept(await inspector(), visit)).toEqual([]);
});

it("has nothing to tell once a form of the office has put a third text in its place", async () => {
  const { visit, version } = await collided();
  const form = (standing: number, answers: Record<string, AnswerText>) =>
    inspector().then((viewer) =>
      saveGroup(viewer, { visitId: visit, groupCode: "D", version: standing, answers }),
    );
  const stands = (await loadedVisit(visit)).answers["D.1"] as AnswerText;
  expect(await form(version, { "D.1": stands, "D.2": mine })).toMatchObject({ ok: true });
  expect(await collisionsIn(visit), "another question").toMatchObject([{ codes: ["D.1"] }]);
  const third = { outcome: "partly", note: "Đã xem lại cùng nhau" } as const;
  expect(await form(version + 1, { "D.1": third })).toMatchObject({ ok: true });
  expect(await collisionsIn(visit)).toEqual([]);
});

it("asks nobody about what the device itself had not changed", async () => {
  const { visit, mate, version } = await collided();
  const item = {
    visitId: visit,
    groupCode: "D",
    version: version - 1,
    answers: { "D.1": mine, "D.3": theirs },
  };
  await receiveGroup(mate, { ...item, times: { "D.1": new Date(recordedAt) } }, mark());
  expect(await collisionsIn(visit)).toMatchObject([{ codes: ["D.1"] }]);
});

it("keeps the reasons by their codes, and takes the sentence alone where they cannot be read", async () => {
  const visit = await createVisit();
  const codes = [{ code: "too-many-photos", values: { max: 12 } }];
  for (const problems of [codes, [{ code: "of-tomorrow" }], "nothing"]) {
    const message = keptMessage.parse({ ...sent, visitId: visit, problem: "Như đã nghe.", problems });
    expect(await putAway(await inspector(), message, mark())).toMatchObject({ ok: true });
  }
  const kept = await listKept(await inspector(), visit);
  expect(kept.map(({ problems }) => problems)).toEqual([codes, [], []]);
});
