import { describe, expect, it } from "vitest";

import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { receiveMinutes } from "@/lib/visits/commands";
import { amendMinutes } from "@/lib/visits/minutes/commands";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { minutesText } from "@/lib/visits/minutes/rules";
import {
  absent,
  noHours,
  type Representative,
  type Signatory,
  type VisitHours,
} from "@/lib/visits/minutes/types";
import { listVisits } from "@/lib/visits/queries";
import { entries, hashOf, mark } from "@/tests/support/database/deliveries";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createVisit, written } from "@/tests/support/database/visit";

const posting = {
  questionCode: "D.2",
  severity: "minor" as const,
  evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: "2018-01-30" as PlainDate,
};
const dissent: Representative = {
  opinion: "dissents",
  name: "Trần Thị Bình",
  title: "Phó Giám đốc",
  statement: "Bản năm 2012 vẫn còn hiệu lực.",
  signature: { kind: "drawn", path: "M10 20 L30 40" },
};

async function readOut(
  visitId: string,
  representative: Representative,
  hours?: VisitHours,
  signatories?: readonly Signatory[],
) {
  const { answers, rechecks } = await loadedVisit(visitId);
  const said = {
    visitId,
    conclusion: "Đề nghị khắc phục",
    hours,
    representative,
    signatories,
    findings: [posting],
  };
  const text = minutesText({ ...said, answers, rechecks, photos: {} });
  const fingerprint = hashOf(Buffer.from(text));
  return { input: { ...said, fingerprint }, fingerprint };
}

describe("minutes read out on a device", () => {
  it("are kept with the fingerprint both know, the opinion and the signature; sent twice, one result", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input, fingerprint } = await readOut(visit, dissent);
    const item = mark();
    const first = await receiveMinutes(viewer, input, item);
    expect(first.ok).toBe(true);
    expect(await receiveMinutes(viewer, input, item)).toEqual(first);
    expect(await listMinutes(viewer, visit)).toMatchObject([
      {
        version: 1,
        fingerprint,
        opinion: "dissents",
        statement: dissent.statement,
        signature: dissent.signature,
      },
    ]);
    await expect(
      rowsOf("update visit_minutes set statement = 'khác' where visit_id = $1", [visit]),
    ).rejects.toThrow(/append-only/);
  });

  it("are refused where the server holds something else, and what was signed is kept beside", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input } = await readOut(visit, dissent);
    const changed = { ...input, conclusion: "khác" };
    const refusal = await receiveMinutes(await inspector(), changed, mark());
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: "minutes-differ" }] });
    expect(await entries(visit, "item-kept")).toBe(1);
    expect((await loadedVisit(visit)).state).toBe("under_way");
  });

  it.each([
    ["agreement without a name", { ...dissent, opinion: "agrees" as const, name: "" }, "representative-name"],
    ["dissent that does not say why", { ...dissent, statement: "" }, "dissent-why"],
    [
      "a signature of nobody",
      { ...absent, signature: { kind: "typed" as const } },
      "signature-without-opinion",
    ],
  ])("are refused with %s", async (_what, representative, code) => {
    const visit = await createVisit();
    await answerAll(visit);
    const before = await written(visit);
    const { input } = await readOut(visit, representative);
    const refusal = await receiveMinutes(await inspector(), input, mark());
    expect(!refusal.ok && refusal.problems.map((each) => each.code)).toContain(code);
    expect(await written(visit)).toBe(before);
  });

  it("say when the visit began and ended, in what is sealed and in every version", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const hours = {
      ...{ startedAt: "22:10" as PlainTime, endedAt: "00:15" as PlainTime },
      ...{ startedOn: plainDate("29/12/2017"), endedOn: plainDate("30/12/2017") },
    };
    const without = await readOut(visit, absent);
    const { input, fingerprint } = await readOut(visit, absent, hours);
    expect(fingerprint).not.toBe(without.fingerprint);
    expect((await receiveMinutes(viewer, input, mark())).ok).toBe(true);
    await amendMinutes(viewer, { visitId: visit, version: 1, reason: "Bổ sung", representative: dissent });
    expect((await listMinutes(viewer, visit)).map((each) => each.hours)).toMatchObject([hours, noHours]);
    // Planned for 31/12 and signed on the 30th: it is named by the day on which the work began.
    expect(await loadedVisit(visit)).toMatchObject({ plannedOn: "2017-12-31", begunOn: "2017-12-29" });
    const lines = await listVisits(viewer, { year: 2017, agencyCode: null, team: true }, "vi");
    expect(lines.find(({ id }) => id === visit)).toMatchObject({ begunOn: "2017-12-29", state: "final" });
  });

  it("keep who else signed beside the representative, and say so in what is sealed", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const drawn = { kind: "drawn" as const, path: "M1 2 L3 4" };
    const signatories: Signatory[] = [
      { part: "second", name: "Lê Văn An", title: "Chánh Văn phòng", signature: drawn },
      { part: "leader", name: "Nguyễn Thị Hà", title: "", signature: { kind: "typed" } },
    ];
    const alone = await readOut(visit, dissent);
    const nameless = { ...alone.input, signatories: [{ ...signatories[1], name: "" } as Signatory] };
    expect(await receiveMinutes(viewer, nameless, mark())).toMatchObject({
      problems: [{ code: "signatory-name" }],
    });
    const { input, fingerprint } = await readOut(visit, dissent, undefined, signatories);
    expect(fingerprint).not.toBe(alone.fingerprint);
    expect((await receiveMinutes(viewer, input, mark())).ok).toBe(true);
    expect(await listMinutes(viewer, visit)).toMatchObject([{ fingerprint, signatories }]);
  });

  it("are refused where the visit ends before it begins, and the database refuses it too", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const before = await written(visit);
    const hours = { startedAt: "11:05" as PlainTime, endedAt: "11:05" as PlainTime };
    const { input } = await readOut(visit, absent, hours);
    const refusal = await receiveMinutes(await inspector(), input, mark());
    expect(!refusal.ok && refusal.problems).toMatchObject([{ code: "end-before-start", field: "endedAt" }]);
    expect(await written(visit)).toBe(before);
    await expect(
      rowsOf(
        `insert into visit_minutes (visit_id, agency_id, version, fingerprint, content, opinion, signature_kind, started_at, ended_at, recorded_at, recorded_by, receipt_no)
         select id, agency_id, 1, repeat('0', 64), '{}', 'absent', 'none', '11:05', '11:05', now(), uuidv7(), 1 from visit where id = $1`,
        [visit],
      ),
    ).rejects.toThrow("visit_minutes_ends_after_it_begins");
  });

  it("are amended by a new version that names the old; two who amend at once are told", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input, fingerprint } = await readOut(visit, absent);
    await receiveMinutes(viewer, input, mark());
    const amendment = {
      visitId: visit,
      version: 1,
      reason: "Bổ sung ý kiến của cơ quan",
      representative: dissent,
    };
    const other = { ...amendment, reason: "Bổ sung ảnh niêm yết" };
    const both = await Promise.all([amendMinutes(viewer, amendment), amendMinutes(viewer, other)]);
    expect(both.map((each) => each.ok).sort()).toEqual([false, true]);
    expect((await amendMinutes(await viewerNamed("officer"), { ...amendment, version: 2 })).ok).toBe(false);
    const versions = await listMinutes(viewer, visit);
    expect(versions.map(({ version, amends }) => [version, amends])).toEqual([
      [1, null],
      [2, 1],
    ]);
    const [stored] = await rowsOf<{ content: string }>(
      "select content from visit_minutes where visit_id = $1 and version = 2",
      [visit],
    );
    expect(stored?.content).toContain(fingerprint);
  });

  it("are amended once, however often the button is pressed", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input } = await readOut(visit, absent);
    await receiveMinutes(viewer, input, mark());
    const amendment = { visitId: visit, version: 1, reason: "Bổ sung", representative: dissent };
    const pressed = await Promise.all(Array.from({ length: 3 }, () => amendMinutes(viewer, amendment)));
    pressed.push(await amendMinutes(viewer, amendment));
    expect(new Set(pressed.map((each) => each.ok && each.value.number)).size).toBe(1);
    expect(await listMinutes(viewer, visit)).toHaveLength(2);
  });
});
