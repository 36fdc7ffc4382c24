import { createHash, randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { listVisits } from "@/lib/visits/queries";
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
import { attachPhoto, receiveChunk, removePhoto } from "@/lib/visits/photos/commands";
import { saveSection } from "@/lib/visits/recording/commands";
import { uuidv7 } from "@/lib/kernel/ids";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, plantVisit, written } from "@/tests/support/database/visit";

const mark = () => ({
  id: uuidv7(Date.now(), randomBytes(10)),
  recordedAt: new Date("2017-12-31T02:00:00Z"),
});
const sheet = (visitId: string, version: number, note: string) => ({
  visitId,
  groupCode: "D",
  version,
  answers: { "D.1": { outcome: "partly" as const, note } },
});
const count = async (statement: string, visit: string): Promise<number> =>
  Number((await rowsOf<{ n: string }>(statement, [visit]))[0]?.n);
const entries = (visit: string, action: string): Promise<number> =>
  count(`select count(*) as n from journal_entry where entity_id = $1 and action = '${action}'`, visit);

describe("a sheet that arrives more than once", () => {
  it("gets the same receipt, and is saved once, one after the other and at the same moment", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const item = mark();
    const both = await Promise.all([
      saveSection(viewer, sheet(visit, 0, "a"), item),
      saveSection(viewer, sheet(visit, 0, "a"), item),
    ]);
    const third = await saveSection(viewer, sheet(visit, 0, "a"), item);
    expect(third.ok).toBe(true);
    expect(both).toEqual([third, third]);
    expect(await entries(visit, "section-saved")).toBe(1);
  });

  it("is refused with other bytes, which are kept beside it under a receipt of their own", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const item = mark();
    await saveSection(viewer, sheet(visit, 0, "a"), item);
    const other = await saveSection(viewer, sheet(visit, 0, "b"), item);
    const again = await saveSection(viewer, sheet(visit, 0, "b"), item);
    expect(other.ok).toBe(false);
    expect(!other.ok && other.conflict?.kept).toMatch(/^\d{6,}$/);
    expect(!other.ok && other.conflict?.keptAt).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
    expect(again).toMatchObject({ conflict: { kept: !other.ok && other.conflict?.kept } });
    expect(await entries(visit, "item-kept")).toBe(1);
    expect((await loadedVisit(visit)).answers["D.1"]?.note).toBe("a");
  });

  it("that comes too late keeps both: what stands, and what was sent", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    await saveSection(viewer, sheet(visit, 0, "của người kia"), mark());
    const late = await saveSection(viewer, sheet(visit, 0, "của tôi"), mark());
    expect(late).toMatchObject({
      ok: false,
      conflict: { current: { version: "1", "note.D.1": "của người kia" } },
    });
    const [kept] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'item-kept'",
      [visit],
    );
    expect(kept?.content).toContain("của tôi");
  });

  it("that comes too late many times at once is kept once", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    await saveSection(viewer, sheet(visit, 0, "của người kia"), mark());
    const item = mark();
    const late = await Promise.all(
      Array.from({ length: 8 }, () => saveSection(viewer, sheet(visit, 0, "của tôi"), item)),
    );
    expect(new Set(late.map((each) => !each.ok && each.conflict?.kept)).size).toBe(1);
    expect(await entries(visit, "item-kept")).toBe(1);
  });

  it("is nobody else's: another's id gets no receipt", async () => {
    const visit = await plantVisit();
    const item = mark();
    await saveSection(await inspector(), sheet(visit, 0, "a"), item);
    for (const name of ["leader", "officer", "head", "admin"])
      expect((await saveSection(await viewerNamed(name), sheet(visit, 0, "a"), item)).ok).toBe(false);
  });
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([png, randomBytes(500)]));
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const message = (visitId: string, sha256: string) => ({
  visitId,
  questionCode: "D.2",
  sha256,
  fileName: "bảng tin.png",
});

describe("a photograph", () => {
  it("arrives in pieces, in any order, and is attached once with a receipt", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const bytes = picture();
    const sha256 = hashOf(bytes);
    const item = mark();
    const place = (start: number) => ({ visitId: visit, sha256, start });
    expect(await receiveChunk(viewer, place(300), bytes.slice(300))).toEqual({ ok: true, value: 0 });
    expect(await attachPhoto(viewer, message(visit, sha256), item)).toMatchObject({
      problems: [{ code: "photo-incomplete" }],
    });
    const whole = { ok: true, value: bytes.length };
    expect(await receiveChunk(viewer, place(0), bytes.slice(0, 300))).toEqual(whole);
    expect(await receiveChunk(viewer, place(0), bytes.slice(0, 300))).toEqual(whole);
    expect((await receiveChunk(await viewerNamed("leader"), place(0), bytes)).ok).toBe(false);
    const attached = await attachPhoto(viewer, message(visit, sha256), item);
    expect(attached.ok).toBe(true);
    expect(await attachPhoto(viewer, message(visit, sha256), item)).toEqual(attached);
    expect(await count("select count(*) as n from answer_evidence where visit_id = $1", visit)).toBe(1);
    expect(await count("select count(*) as n from photo_chunk where sha256 = $1", sha256)).toBe(0);
  });

  it("never has more in pieces than a photograph may, whatever overlaps", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const sha256 = hashOf(picture());
    const bytes = new Uint8Array(randomBytes(1024));
    const kept = () =>
      count("select coalesce(sum(octet_length(bytes)), 0) as n from photo_chunk where sha256 = $1", sha256);
    for (let start = 0; start < 6; start += 1)
      expect((await receiveChunk(viewer, { visitId: visit, sha256, start }, bytes)).ok).toBe(true);
    expect(await kept()).toBeLessThanOrEqual(bytes.length);
    const last = 10 * 1024 * 1024 - 1;
    expect(await receiveChunk(viewer, { visitId: visit, sha256, start: last }, bytes)).toMatchObject({
      problems: [{ code: "file-too-large" }],
    });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        receiveChunk(viewer, { visitId: visit, sha256, start: n * 100 }, bytes),
      ),
    );
    expect(await kept()).toBeLessThanOrEqual(bytes.length);
  });

  it("gives way, the longest forgotten first, where a person has begun too many", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    await rowsOf("delete from photo_chunk");
    const forgotten = Array.from({ length: 14 }, (_, n) => hashOf(Buffer.from(String(n))));
    for (const [age, sha256] of forgotten.entries())
      await rowsOf(
        `insert into photo_chunk (sha256, uploaded_by, start, bytes, received_at)
         select $1, $2, n * 1048576, repeat('x', 1048576)::bytea, now() - make_interval(days => $3::int)
         from generate_series(0, 8) n`,
        [sha256, viewer.accountId, age],
      );
    const sha256 = hashOf(picture());
    const place = { visitId: visit, sha256, start: 0 };
    expect((await receiveChunk(viewer, place, new Uint8Array(256 * 1024))).ok).toBe(true);
    const left = await rowsOf<{ sha256: string; pieces: number }>(
      "select sha256, count(*)::int as pieces from photo_chunk group by sha256",
    );
    expect(left).toContainEqual({ sha256, pieces: 1 });
    expect(left).toContainEqual({ sha256: forgotten[0], pieces: 9 });
    expect(left.map((each) => each.sha256)).not.toContain(forgotten[13]);
    await rowsOf("delete from photo_chunk");
  });

  it("heals where a piece was spoilt on the way, whichever it was", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    for (const spoilt of [0, 1]) {
      const bytes = picture();
      const sha256 = hashOf(bytes);
      const item = mark();
      const pieces: [number, Uint8Array<ArrayBuffer>][] = [
        [0, bytes.slice(0, 300)],
        [300, bytes.slice(300)],
      ];
      /** As a device sends: from the first byte on, going on where the answer says. */
      const send = async (broken: number | null): Promise<boolean> => {
        let received = 0;
        for (const [index, [start, piece]] of pieces.entries()) {
          if (start < received) continue;
          const sent = piece.slice();
          if (index === broken) sent[7] = (sent[7] ?? 0) ^ 1;
          const answer = await receiveChunk(viewer, { visitId: visit, sha256, start }, sent);
          received = answer.ok ? answer.value : 0;
        }
        return (await attachPhoto(viewer, message(visit, sha256), item)).ok;
      };
      expect(await send(spoilt)).toBe(false);
      expect([await send(null), await send(null)]).toContain(true);
    }
  });

  it("gets one receipt where copies of it are attached at the same moment", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const bytes = picture();
    const item = mark();
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(bytes), start: 0 }, bytes);
    const copy = () => attachPhoto(viewer, message(visit, hashOf(bytes)), item);
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, copy));
    expect(first).toMatchObject({ ok: true });
    expect(new Set([...others, await copy()].map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(first)]),
    );
    expect(await entries(visit, "photo-attached")).toBe(1);
  });

  it("is refused where its bytes are not those of its hash, or no picture, and nothing is written", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const before = await written(visit);
    const other = hashOf(picture());
    await receiveChunk(viewer, { visitId: visit, sha256: other, start: 0 }, picture());
    expect((await attachPhoto(viewer, message(visit, other), mark())).ok).toBe(false);
    const text = new TextEncoder().encode("không phải ảnh");
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(text), start: 0 }, text);
    expect(await attachPhoto(viewer, message(visit, hashOf(text)), mark())).toMatchObject({
      problems: [{ code: "not-a-photo" }],
    });
    expect(await written(visit)).toBe(before);
  });

  it("can be taken off while the visit is open, by the team alone", async () => {
    const visit = await plantVisit();
    const viewer = await inspector();
    const bytes = picture();
    const item = mark();
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(bytes), start: 0 }, bytes);
    await attachPhoto(viewer, message(visit, hashOf(bytes)), item);
    const removal = { visitId: visit, questionCode: "D.2", photoId: item.id };
    expect((await removePhoto(await viewerNamed("leader"), removal)).ok).toBe(false);
    expect((await removePhoto(viewer, removal)).ok).toBe(true);
    expect(await removePhoto(viewer, removal)).toMatchObject({ problems: [{ code: "already-done" }] });
  });
});

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
  const input = {
    visitId,
    conclusion: "Đề nghị khắc phục",
    seen: null,
    hours,
    representative,
    signatories,
    findings: [posting],
  };
  const text = minutesText({ ...input, answers, rechecks, photos: {} });
  return { input, fingerprint: hashOf(Buffer.from(text)) };
}

describe("minutes read out on a device", () => {
  it("are kept with the fingerprint both know, the opinion and the signature; sent twice, one result", async () => {
    const visit = await plantVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input, fingerprint } = await readOut(visit, dissent);
    const sent = { mark: mark(), fingerprint };
    const first = await finaliseVisit(viewer, input, sent);
    expect(first.ok).toBe(true);
    expect(await finaliseVisit(viewer, input, sent)).toEqual(first);
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
    const visit = await plantVisit();
    await answerAll(visit);
    const { input, fingerprint } = await readOut(visit, dissent);
    const changed = { ...input, conclusion: "khác" };
    const refusal = await finaliseVisit(await inspector(), changed, { mark: mark(), fingerprint });
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
    const visit = await plantVisit();
    await answerAll(visit);
    const before = await written(visit);
    const { input } = await readOut(visit, representative);
    const refusal = await finaliseVisit(await inspector(), input);
    expect(!refusal.ok && refusal.problems.map((each) => each.code)).toContain(code);
    expect(await written(visit)).toBe(before);
  });

  it("say when the visit began and ended, in what is sealed and in every version", async () => {
    const visit = await plantVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const hours = {
      ...{ startedAt: "22:10" as PlainTime, endedAt: "00:15" as PlainTime },
      ...{ startedOn: plainDate("29/12/2017"), endedOn: plainDate("30/12/2017") },
    };
    const without = await readOut(visit, absent);
    const { input, fingerprint } = await readOut(visit, absent, hours);
    expect(fingerprint).not.toBe(without.fingerprint);
    expect((await finaliseVisit(viewer, input, { mark: mark(), fingerprint })).ok).toBe(true);
    await amendMinutes(viewer, { visitId: visit, version: 1, reason: "Bổ sung", representative: dissent });
    expect((await listMinutes(viewer, visit)).map((each) => each.hours)).toMatchObject([hours, noHours]);
    // Planned for 31/12 and signed on the 30th: it is named by the day on which the work began.
    expect(await loadedVisit(visit)).toMatchObject({ plannedOn: "2017-12-31", begunOn: "2017-12-29" });
    const lines = await listVisits(viewer, { year: 2017, agencyCode: null, team: true }, "vi");
    expect(lines.find(({ id }) => id === visit)).toMatchObject({ begunOn: "2017-12-29", state: "final" });
  });

  it("keep who else signed beside the representative, and say so in what is sealed", async () => {
    const visit = await plantVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const drawn = { kind: "drawn" as const, path: "M1 2 L3 4" };
    const signatories: Signatory[] = [
      { part: "second", name: "Lê Văn An", title: "Chánh Văn phòng", signature: drawn },
      { part: "leader", name: "Nguyễn Thị Hà", title: "", signature: { kind: "typed" } },
    ];
    const alone = await readOut(visit, dissent);
    const nameless = { ...alone.input, signatories: [{ ...signatories[1], name: "" } as Signatory] };
    expect(await finaliseVisit(viewer, nameless)).toMatchObject({ problems: [{ code: "signatory-name" }] });
    const { input, fingerprint } = await readOut(visit, dissent, undefined, signatories);
    expect(fingerprint).not.toBe(alone.fingerprint);
    expect((await finaliseVisit(viewer, input, { mark: mark(), fingerprint })).ok).toBe(true);
    expect(await listMinutes(viewer, visit)).toMatchObject([{ fingerprint, signatories }]);
  });

  it("are refused where the visit ends before it begins, and the database refuses it too", async () => {
    const visit = await plantVisit();
    await answerAll(visit);
    const before = await written(visit);
    const hours = { startedAt: "11:05" as PlainTime, endedAt: "11:05" as PlainTime };
    const { input } = await readOut(visit, absent, hours);
    const refusal = await finaliseVisit(await inspector(), input);
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
    const visit = await plantVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input, fingerprint } = await readOut(visit, absent);
    await finaliseVisit(viewer, input, { mark: mark(), fingerprint });
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
    const visit = await plantVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const { input, fingerprint } = await readOut(visit, absent);
    await finaliseVisit(viewer, input, { mark: mark(), fingerprint });
    const amendment = { visitId: visit, version: 1, reason: "Bổ sung", representative: dissent };
    const pressed = await Promise.all(Array.from({ length: 3 }, () => amendMinutes(viewer, amendment)));
    pressed.push(await amendMinutes(viewer, amendment));
    expect(new Set(pressed.map((each) => each.ok && each.value.number)).size).toBe(1);
    expect(await listMinutes(viewer, visit)).toHaveLength(2);
  });
});
