import { randomBytes } from "node:crypto";

import { expect, it } from "vitest";

import { countDueVisits } from "@/lib/visits/queries";
import { listHands } from "@/lib/visits/groups/queries";
import { receiveRecheck } from "@/lib/visits/rechecks/commands";
import { receiveGroup, saveGroup } from "@/lib/visits/recording/commands";
import { uuidv7 } from "@/lib/kernel/ids";
import { plainDate } from "@/lib/kernel/plain-date";
import { inspector, loadedVisit, createVisit } from "@/tests/support/database/visit";

const mark = (recordedAt: string, clockFast: number | null = null) => ({
  id: uuidv7(Date.now(), randomBytes(10)),
  recordedAt: new Date(recordedAt),
  clockFast,
});

type Outcome = "conforming" | "not_checked";
const sheet = (visitId: string, version: number, outcomes: Record<string, Outcome>) => ({
  ...{ visitId, groupCode: "D", version },
  answers: Object.fromEntries(
    Object.entries(outcomes).map(([code, outcome]) => [code, { outcome, note: "" }]),
  ),
});

it("dates a visit by the answers that stand, each as it was changed last on the device, however late it arrives", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const times = { "D.1": new Date("2017-12-28T03:00:00Z"), "D.2": new Date("2017-12-29T03:00:00Z") };
  const first = { ...sheet(visit, 0, { "D.1": "conforming", "D.2": "conforming" }), times };
  await receiveGroup(viewer, first, mark("2017-12-29T03:00:00Z"));
  expect(await loadedVisit(visit)).toMatchObject({
    begunOn: "2017-12-28",
    recordedOn: { answers: { "D.1": "2017-12-28", "D.2": "2017-12-29" } },
  });
  // The tap of the 28th is put back: nothing of it stands.
  await receiveGroup(
    viewer,
    sheet(visit, 1, { "D.1": "not_checked", "D.2": "conforming" }),
    mark("2017-12-30T03:00:00Z"),
  );
  expect(await loadedVisit(visit)).toMatchObject({ begunOn: "2017-12-29" });
  // Said once more, what stands keeps its moment.
  await receiveGroup(
    viewer,
    sheet(visit, 2, { "D.1": "not_checked", "D.2": "conforming" }),
    mark("2017-12-30T04:00:00Z"),
  );
  expect(await loadedVisit(visit)).toMatchObject({ begunOn: "2017-12-29" });
});

it("takes off by how much a clock was wrong", async () => {
  const visit = await createVisit();
  await receiveGroup(
    await inspector(),
    sheet(visit, 0, { "D.1": "conforming" }),
    mark("2017-12-31T01:00:00Z", 3 * 86_400),
  );
  expect(await loadedVisit(visit)).toMatchObject({ begunOn: "2017-12-28" });
});

it("dates what was seen of an earlier finding in the same way", async () => {
  const visit = await createVisit();
  const [finding] = (await loadedVisit(visit)).openBefore;
  const input = {
    visitId: visit,
    findingId: finding?.id ?? "",
    version: 0,
    outcome: "corrected" as const,
    note: "",
  };
  await receiveRecheck(await inspector(), input, mark("2017-12-27T03:00:00Z"));
  expect(await loadedVisit(visit)).toMatchObject({ begunOn: "2017-12-27" });
});

it("says of a section when its device claims that it was recorded, and when it arrived", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  await receiveGroup(viewer, sheet(visit, 0, { "D.1": "conforming" }), mark("2017-12-29T00:50:00Z", 900));
  const hands = (await listHands(viewer, [visit]))[visit];
  expect(hands?.["D"]?.recorded).toMatchObject({
    mine: true,
    at: "2017-12-29T00:50:00.000Z",
    clockFast: 900,
  });
  expect(hands?.["D"]?.recorded?.receivedAt).toMatch(/^20/);
  await saveGroup(viewer, sheet(visit, 1, { "D.1": "not_checked" }));
  const own = (await listHands(viewer, [visit]))[visit]?.["D"]?.recorded;
  expect(own?.at).toBe(own?.receivedAt);
  expect(own?.clockFast).toBe(0);
});

it("counts a visit that was begun before its day as one to record", async () => {
  const viewer = await inspector();
  const visit = await createVisit("2018-02-01");
  const day = plainDate("2017-12-31");
  const before = await countDueVisits(viewer, day);
  await saveGroup(viewer, sheet(visit, 0, { "D.1": "conforming" }));
  expect(await countDueVisits(viewer, day)).toBe(before + 1);
});
