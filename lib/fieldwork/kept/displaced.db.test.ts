import { expect, it, vi } from "vitest";

import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { receiveMinutes } from "@/lib/visits/commands";
import { listHands } from "@/lib/visits/groups/queries";
import { receiveRecheck } from "@/lib/visits/rechecks/commands";
import { receiveGroup } from "@/lib/visits/recording/commands";
import type { AnswerText } from "@/lib/checklists/types";
import type { Viewer } from "@/lib/identity/types";
import { mark } from "@/tests/support/database/deliveries";
import { sealedOf } from "@/tests/support/database/sealed";
import { viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createMate, createVisit } from "@/tests/support/database/visit";

vi.setConfig({ testTimeout: 60_000 });

const hers = { outcome: "not_conforming", note: "Chưa ban hành chính sách" } as const;
/** When the leader's device sealed, by a clock that is eleven minutes fast. */
const signedAt = { recordedAt: new Date("2017-12-30T02:00:00Z"), clockFast: 660 };
const name = "Nguyễn Thử Nghiệm";

const send = async (viewer: Viewer, visitId: string, answers: Record<string, AnswerText>, by?: string) => {
  const { version = 0 } = (await loadedVisit(visitId)).sections["D"] ?? {};
  const sheet = { visitId, groupCode: "D", version, answers, ...(by && { by }) };
  const sent = await receiveGroup(viewer, sheet, { ...mark(), clockFast: 660 });
  if (!sent.ok) throw new Error("refused");
  return sent.value.number;
};

/** A leader has sealed; what `meanwhile` sends arrives before the minutes do. */
async function displacing(meanwhile: (visit: string, mate: Viewer) => Promise<unknown>) {
  const visit = await createVisit();
  const mate = await createMate(visit);
  await answerAll(visit);
  const { input } = await sealedOf(visit);
  await meanwhile(visit, mate);
  const [leader, item] = [await inspector(), { ...signedAt, id: mark().id }];
  const deliver = () => receiveMinutes(leader, input, item);
  const taken = await deliver();
  if (!taken.ok) throw new Error("refused");
  return { visit, mate, taken: taken.value, deliver };
}

it("keeps what a colleague had sent beside minutes that were signed otherwise, and tells the device that brought them", async () => {
  let receipt = "";
  const { visit, taken, deliver } = await displacing(async (created, mate) => {
    receipt = await send(mate, created, { "D.1": hers, "D.3": { outcome: "conforming", note: "" } });
  });
  expect(await listKept(await inspector(), visit)).toMatchObject([
    {
      ...{ why: "displaced", by: name, receiptNo: receipt, kind: "sheets", part: "D" },
      ...{ answers: { "D.1": hers }, clockFast: 660 },
    },
  ]);
  const told = [{ visitId: visit, receipt, by: name, codes: ["D.1"] }];
  expect(taken.displaced).toEqual(told);
  const again = await deliver();
  expect(again.ok && again.value.displaced, "sent twice").toEqual(told);
});

it("keeps what a colleague had seen of an earlier finding", async () => {
  let code = "";
  const { visit, taken } = await displacing(async (created, mate) => {
    const [finding] = (await loadedVisit(created)).openBefore;
    if (!finding) throw new Error("no earlier finding");
    code = finding.questionCode;
    const seen = { outcome: "not_corrected" as const, note: "Vẫn bản cũ" };
    const input = { visitId: created, findingId: finding.id, version: 1, ...seen };
    expect(await receiveRecheck(mate, input, mark())).toMatchObject({ ok: true });
  });
  expect(await listKept(await inspector(), visit)).toMatchObject([
    { why: "displaced", by: name, kind: "rechecks", part: code, recheck: { note: "Vẫn bản cũ" } },
  ]);
  expect(taken.displaced).toMatchObject([{ by: name, codes: [code] }]);
});

it("leaves who recorded the clause group under the moment at which its device did, with that clock", async () => {
  const { visit } = await displacing((created, mate) => send(mate, created, { "D.1": hers }));
  const hands = (await listHands(await inspector(), [visit]))[visit];
  expect(hands?.["D"]?.recorded).toMatchObject({
    mine: true,
    at: signedAt.recordedAt.toISOString(),
    clockFast: 660,
  });
});

it("is nothing where who signed had sent it, though a colleague sent it along", async () => {
  const { visit, taken } = await displacing(async (created, mate) => {
    await send(await inspector(), created, { "D.1": hers });
    await send(mate, created, { "D.1": hers });
  });
  expect(await listKept(await inspector(), visit)).toEqual([]);
  expect(taken.displaced).toEqual([]);
});

it("is a colleague's, too, where it was sent for them from another's phone", async () => {
  const { taken } = await displacing(async (created) => {
    await send(await inspector(), created, { "D.1": hers }, "Lê Thị Oanh");
  });
  expect(taken.displaced).toMatchObject([{ by: "Lê Thị Oanh", codes: ["D.1"] }]);
});

it("is told to whoever had sent it, with their next pack, and to nobody else", async () => {
  const { visit, mate } = await displacing((created, mate) => send(mate, created, { "D.1": hers }));
  const toldTo = async (viewer: Viewer) =>
    (await findFieldPack(viewer, "vi"))?.displaced?.filter(({ visitId }) => visitId === visit);
  expect(await toldTo(mate)).toMatchObject([{ codes: ["D.1"], agencyName: "Sở Nội vụ" }]);
  expect(await toldTo(await inspector())).toEqual([]);
  expect(await listKept(await viewerNamed("officer"), visit)).toEqual([]);
});
