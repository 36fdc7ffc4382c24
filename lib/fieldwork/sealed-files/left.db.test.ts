import { createHash } from "node:crypto";

import { beforeAll, expect, it, vi } from "vitest";

import { disableAccount } from "@/lib/accounts/handover/commands";
import { passingKinds } from "@/lib/accounts/handover/types";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { replanVisit } from "@/lib/programme/change/commands";
import { receiveMinutes } from "@/lib/visits/commands";
import { listMinutes } from "@/lib/visits/minutes/queries";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { mark } from "@/tests/support/database/deliveries";
import {
  fileOf,
  linesAfter,
  newId,
  none,
  photo,
  recordedAt,
  type Made,
} from "@/tests/support/database/export";
import { sealedOf } from "@/tests/support/database/sealed";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createMate, createVisit } from "@/tests/support/database/visit";

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  await ensureExportKey(systemViewer("start-up"));
});

/** Everything that a phone has of a whole visit which its leader sealed there: nothing of it has been sent. */
async function wholeVisit({ visit: visitId, day }: Created): Promise<Made[]> {
  const model = await createVisit(day);
  await answerAll(model);
  const { text } = await sealedOf(model);
  const { answers, rechecks } = await loadedVisit(model);
  const item = (to: Made["to"], message: object): Made => ({
    ...{ id: newId(), to, size: 0, bytes: none },
    message: { format: 1, visitId, recordedAt, ...message },
  });
  const groups = [...new Set(Object.keys(answers).map((code) => code.slice(0, 1)))].sort();
  const own = (group: string) =>
    Object.fromEntries(Object.entries(answers).filter(([code]) => code.startsWith(`${group}.`)));
  const signed = text.replaceAll(model, visitId);
  return [
    item("groups", { groupCode: "D", mine: true }),
    ...Object.entries(rechecks).map(([findingId, { outcome, note }]) =>
      item("rechecks", { findingId, version: 0, outcome, note }),
    ),
    photo(visitId),
    ...groups.map((groupCode) => item("sheets", { groupCode, version: 0, answers: own(groupCode) })),
    item("minutes", { text: signed, fingerprint: createHash("sha256").update(signed, "utf8").digest("hex") }),
  ];
}

type Created = { visit: string; day: string; leader: Viewer };

/** Each visit has a day of its own: nobody is planned for two. */
let lastDay = 30;

/** A visit led by somebody else than the inspector, who has it along on a phone. */
async function ledByAnother(): Promise<Created> {
  const day = `2017-12-${(lastDay -= 1)}`;
  const visit = await createVisit(day);
  const leader = await createMate(visit);
  await rowsOf("delete from team_member where visit_id = $1 and person_id <> $2", [visit, leader.personId]);
  await rowsOf("update team_member set duty = 'leader' where visit_id = $1", [visit]);
  return { visit, day, leader };
}

const handOn = async ({ leader }: Created) =>
  disableAccount(await viewerNamed("admin"), {
    id: leader.accountId ?? "",
    successor: (await inspector()).accountId ?? "",
    things: [...passingKinds],
  });

const replan = async ({ visit, day }: Created) =>
  replanVisit(await inspector(), {
    ...{ year: 2017, visitId: visit, version: 1, mode: "on_site", plannedOn: plainDate(day) },
    ...{ keepDay: true, others: false, reason: "Trưởng đoàn đi công tác khác" },
    team: { leader: (await inspector()).personId, deputy: null, secretary: null, members: [] },
  });

const ways = [
  ["handed the visit on when their account was locked", handOn],
  ["were replaced in the plan", replan],
] as const;

it.each(ways)("takes a whole signed visit of leaders who %s", async (_what, leave) => {
  const created = await ledByAnother();
  expect(await leave(created)).toMatchObject({ ok: true });
  const lines = await linesAfter(await fileOf(created.leader, await wholeVisit(created)));
  expect(lines.filter(({ result }) => result !== "received")).toEqual([]);
  const { state, team, photos } = await loadedVisit(created.visit);
  expect(state).toBe("final");
  expect(photos["D.2"]).toHaveLength(1);
  expect(team.map(({ duty }) => duty).toSorted()).toEqual(["leader", "member"]);
  expect(await listMinutes(await inspector(), created.visit)).toHaveLength(1);
});

it.each(ways)(
  "keeps a whole signed visit of leaders who %s, where other minutes came before",
  async (_what, leave) => {
    const created = await ledByAnother();
    expect(await leave(created)).toMatchObject({ ok: true });
    const carried = await wholeVisit(created);
    await answerAll(created.visit);
    const { input } = await sealedOf(created.visit, { conclusion: "Của trưởng đoàn mới" });
    expect(await receiveMinutes(await inspector(), input, mark())).toMatchObject({ ok: true });
    const lines = await linesAfter(await fileOf(created.leader, carried));
    expect(lines.filter(({ result }) => result !== "kept" && result !== "there")).toEqual([]);
    const kinds = (await listKept(await inspector(), created.visit)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["groups", "attachments"]));
    expect(lines.at(-1)).toMatchObject({ to: "minutes", result: "kept" });
  },
);

it("takes nothing of whoever never was of the team", async () => {
  const { visit } = await ledByAnother();
  const stranger = await createMate(await createVisit());
  const lines = await linesAfter(await fileOf(stranger, [photo(visit)]));
  expect(lines).toMatchObject([{ result: "refused", problems: [{ code: "not-in-team" }] }]);
});
