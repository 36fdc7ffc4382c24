import { randomBytes, randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { absent } from "@/lib/visits/minutes/types";
import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { receiveRecheck, recheckFinding } from "@/lib/visits/rechecks/commands";
import { savesOf } from "@/lib/visits/rechecks/rules";
import { findFollowUp } from "@/lib/findings/followed/queries";
import { findFinding } from "@/lib/findings/queries";
import { uuidv7 } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import {
  answerAll,
  inspector,
  loadedVisit,
  createVisit,
  versionsOf,
  written,
} from "@/tests/support/database/visit";

const mark = () => ({ id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date() });

async function created(on?: string, leader?: string): Promise<{ visitId: string; findingId: string }> {
  const visitId = await createVisit(on, leader);
  const findingId = (await loadedVisit(visitId)).openBefore[0]?.id;
  if (!findingId) throw new Error("nothing is open from before");
  return { visitId, findingId };
}

const seen = (place: { visitId: string; findingId: string }, version: number, note = "") => ({
  ...place,
  version,
  outcome: note === "" ? ("corrected" as const) : ("partly_corrected" as const),
  note,
});

const posting = {
  questionCode: "D.2",
  severity: "minor" as const,
  evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: "2018-01-30" as PlainDate,
};

const finalise = async (visitId: string) => {
  const { rechecks } = await loadedVisit(visitId);
  const saves = { rechecks: savesOf(Object.values(rechecks)) };
  const seen = { ...(await versionsOf(visitId)), ...saves };
  const input = { visitId, conclusion: "", findings: [posting], seen, representative: absent };
  return finaliseVisit(await inspector(), input);
};

describe("an earlier finding looked at again", () => {
  it("stands on the visit with its version and in the history of the finding, and begins the visit", async () => {
    const place = await created();
    const saved = await recheckFinding(await inspector(), seen(place, 0, "Còn tầng 2"));
    expect(saved.ok && saved.value.number).toMatch(/^\d{6,}$/);
    const { rechecks, state, openBefore } = await loadedVisit(place.visitId);
    expect(rechecks[place.findingId]).toEqual({
      outcome: "partly_corrected",
      note: "Còn tầng 2",
      version: 1,
    });
    expect([state, openBefore.some(({ id }) => id === place.findingId)]).toEqual(["under_way", true]);
    const pack = await findFieldPack(await inspector(), "vi");
    expect(pack?.visits.find(({ id }) => id === place.visitId)?.rechecks[place.findingId]?.version).toBe(1);
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'finding-rechecked' order by id desc limit 1",
      [place.findingId],
    );
    expect(entry?.content).toContain(place.visitId);
  });

  it("closes nothing and takes no turn: the finding goes on as before", async () => {
    const place = await created();
    const viewer = await inspector();
    const before = await findFinding(viewer, place.findingId);
    await recheckFinding(viewer, seen(place, 0));
    expect(await findFinding(viewer, place.findingId)).toEqual(before);
  });

  it("is refused from a stale version with what a colleague saw, and taken where both saw the same", async () => {
    const place = await created();
    const viewer = await inspector();
    const first = await recheckFinding(viewer, seen(place, 0, "của người kia"));
    expect(await recheckFinding(viewer, seen(place, 0, "của người kia"))).toEqual(first);
    const before = await written(place.visitId);
    expect(await recheckFinding(viewer, seen(place, 0, "của tôi"))).toMatchObject({
      ok: false,
      conflict: { current: { version: "1", outcome: "partly_corrected", note: "của người kia" } },
    });
    expect(await written(place.visitId)).toBe(before);
    expect((await recheckFinding(viewer, seen(place, 1, "của tôi"))).ok).toBe(true);
  });

  it("from a device is received once; other bytes under its id are kept beside it", async () => {
    const place = await created();
    const viewer = await inspector();
    const item = mark();
    const both = await Promise.all([
      receiveRecheck(viewer, seen(place, 0), item),
      receiveRecheck(viewer, seen(place, 0), item),
    ]);
    expect(both[0].ok).toBe(true);
    expect(both[1]).toEqual(both[0]);
    const other = await receiveRecheck(viewer, seen(place, 0, "khác"), item);
    expect(!other.ok && other.conflict?.kept).toMatch(/^\d{6,}$/);
    expect((await loadedVisit(place.visitId)).rechecks[place.findingId]).toMatchObject({
      outcome: "corrected",
    });
  });

  it("that has been closed since is received all the same: it was seen on the spot", async () => {
    const place = await created();
    const [closed] = await rowsOf<{ id: string }>(
      "select f.id from finding f join finding_closure c on c.finding_id = f.id join agency a on a.id = f.agency_id where a.code = 'snv' limit 1",
    );
    const findingId = closed?.id ?? "";
    expect((await recheckFinding(await inspector(), { ...seen(place, 0), findingId })).ok).toBe(true);
    expect((await loadedVisit(place.visitId)).openBefore.map(({ id }) => id)).toContain(findingId);
  });

  const elsewhere = async (): Promise<string> => {
    const [other] = await rowsOf<{ id: string }>(
      "select f.id from finding f join agency a on a.id = f.agency_id where a.code <> 'snv' limit 1",
    );
    return other?.id ?? "";
  };

  it.each([
    ["of another agency", async () => ({ ...(await created()), findingId: await elsewhere() }), "not-an-id"],
    ["that does not exist", async () => ({ ...(await created()), findingId: randomUUID() }), "not-an-id"],
    ["on a visit of another team", () => created("2017-12-31", "leader"), "not-in-team"],
  ] as const)("%s is refused", async (_what, create, code) => {
    const place = await create();
    const before = await written(place.visitId);
    expect(await recheckFinding(await inspector(), seen(place, 0))).toMatchObject({ problems: [{ code }] });
    expect(await written(place.visitId)).toBe(before);
  });

  it.each(["leader", "officer", "head", "admin"])("is not for the %s to record", async (name) => {
    const place = await created();
    expect(await recheckFinding(await viewerNamed(name), seen(place, 0))).toMatchObject({
      problems: [{ code: "not-yours" }],
    });
  });
});

describe("minutes", () => {
  it("wait for every earlier finding, by name, and for a note where something is left", async () => {
    const { visitId, findingId } = await created();
    await answerAll(visitId);
    await rowsOf("delete from finding_recheck where visit_id = $1 and finding_id = $2", [visitId, findingId]);
    const code = (await loadedVisit(visitId)).openBefore.find(({ id }) => id === findingId)?.questionCode;
    expect(await finalise(visitId)).toMatchObject({
      problems: [{ code: "rechecks-left", values: { codes: code } }],
    });
    await recheckFinding(await inspector(), {
      ...{ visitId, findingId, version: 0 },
      ...{ outcome: "not_corrected", note: "" },
    });
    expect(await finalise(visitId)).toMatchObject({ problems: [{ code: "recheck-note" }] });
  });

  it("are refused where a colleague looked again after the page was drawn", async () => {
    const { visitId } = await created();
    await answerAll(visitId);
    const stale = { ...(await versionsOf(visitId)), rechecks: 0 };
    const input = { visitId, conclusion: "", findings: [posting], seen: stale, representative: absent };
    expect(await finaliseVisit(await inspector(), input)).toMatchObject({
      problems: [{ code: "rechecks-changed" }],
    });
  });

  it("once final hold what was seen for ever, and the agency reads it from then on, not before", async () => {
    const { visitId, findingId } = await created();
    await rowsOf(
      "update account set agency_id = (select id from agency where code = 'snv') where name = 'officer'",
    );
    await answerAll(visitId);
    await recheckFinding(await inspector(), seen({ visitId, findingId }, 1, "Còn tầng 2"));
    const agency = await viewerNamed("officer");
    const before = await findFollowUp(agency, findingId);
    expect(before?.rechecks.some((each) => each.visitId === visitId)).toBe(false);
    expect((await finalise(visitId)).ok).toBe(true);
    expect((await findFollowUp(agency, findingId))?.rechecks).toContainEqual({
      ...{ visitId, on: "2017-12-31" },
      ...{ outcome: "partly_corrected", note: "Còn tầng 2" },
    });
    for (const change of ["update finding_recheck set note = 'khác'", "delete from finding_recheck"])
      await expect(rowsOf(`${change} where visit_id = $1`, [visitId])).rejects.toThrow(/is final/);
    expect(await recheckFinding(await inspector(), seen({ visitId, findingId }, 2))).toMatchObject({
      problems: [{ code: "visit-final" }],
    });
  });
});
