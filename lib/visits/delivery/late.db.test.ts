import { createHash, randomBytes } from "node:crypto";

import { beforeAll, describe, expect, it, vi } from "vitest";

import type { Mark } from "@/lib/visits/delivery/types";
import { takeGroup } from "@/lib/visits/groups/commands";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { captionPhoto } from "@/lib/visits/photos/captions/commands";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { mostOfVisit, mostPhotos } from "@/lib/visits/photos/rules";
import { receiveRecheck } from "@/lib/visits/rechecks/commands";
import { receiveGroup } from "@/lib/visits/recording/commands";
import type { Viewer } from "@/lib/identity/types";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { newId, png } from "@/tests/support/database/export";
import { sealedVisit } from "@/tests/support/database/sealed";
import { rowsOf } from "@/tests/support/database/viewer";
import { inspector, createMate, createVisit, written } from "@/tests/support/database/visit";

vi.setConfig({ testTimeout: 60_000 });

const mark = (): Mark => ({ id: newId(), recordedAt: new Date("2017-12-31T02:00:00Z") });
const picture = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([png, randomBytes(40)]));
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

type Sent = { bytes?: Uint8Array<ArrayBuffer>; code?: string; caption?: string; item?: Mark };

/** Sends the pieces of a photograph, and says which question it is of. */
async function photographed(
  viewer: Viewer,
  visitId: string,
  { bytes = picture(), code = "C.1", ...more }: Sent,
) {
  const sha256 = hashOf(bytes);
  await receiveChunk(viewer, { visitId, sha256, start: 0 }, bytes);
  const said = { visitId, questionCode: code, sha256, fileName: "ảnh.png", caption: more.caption ?? "" };
  return { sha256, attach: () => attachPhoto(viewer, said, more.item ?? mark()) };
}

const codeOf = (result: Awaited<ReturnType<typeof attachPhoto>>) => !result.ok && result.problems[0]?.code;
const late = { ok: false, conflict: { late: true } };

describe("what comes after the seal", () => {
  let visit: string;
  let viewer: Viewer;
  let mate: Viewer;
  beforeAll(async () => {
    visit = await sealedVisit(async (created) => {
      mate = await createMate(created);
    });
    viewer = await inspector();
  });

  it("gets one receipt however many times it is sent at once", async () => {
    const { attach } = await photographed(viewer, visit, { item: mark() });
    const all = await Promise.all(Array.from({ length: 8 }, attach));
    const receipts = all.map((each) => !each.ok && each.conflict?.kept);
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^\d{6,}$/);
    expect(await attach()).toEqual(all[0]);
  });

  it("is kept for each of a team who sends the same picture, with its bytes", async () => {
    const bytes = picture();
    const both = await Promise.all(
      [viewer, mate].map(async (each) => (await photographed(each, visit, { bytes })).attach()),
    );
    expect(both).toMatchObject([late, late]);
    const kept = (await listKept(viewer, visit)).slice(-2);
    expect(kept.every(({ attachmentId }) => attachmentId !== null)).toBe(true);
  });

  const refusedFor = async (sending: () => Promise<Awaited<ReturnType<typeof attachPhoto>>>) => {
    const before = await written(visit);
    const result = await sending();
    expect(await written(visit)).toBe(before);
    return codeOf(result);
  };

  it("is refused where it would have been before: no picture, no such question, not whole", async () => {
    const pdf = new Uint8Array(Buffer.from(`%PDF-1.7 ${randomBytes(8).toString("hex")}`));
    expect(await refusedFor((await photographed(viewer, visit, { bytes: pdf })).attach)).toBe("not-a-photo");
    expect(await refusedFor((await photographed(viewer, visit, { code: "Z.9" })).attach)).toBe(
      "unknown-input",
    );
    const sha256 = hashOf(picture());
    const absent = { visitId: visit, questionCode: "C.1", sha256, fileName: "" };
    expect(await refusedFor(() => attachPhoto(viewer, absent, mark()))).toBe("photo-incomplete");
  });

  it("is refused past the most photographs of a question", async () => {
    for (let n = 0; n < mostPhotos; n += 1)
      expect(await (await photographed(viewer, visit, { code: "D.1" })).attach()).toMatchObject(late);
    expect(await refusedFor((await photographed(viewer, visit, { code: "D.1" })).attach)).toBe(
      "too-many-photos",
    );
  });

  it.each([
    [
      "answers",
      () => receiveGroup(viewer, { visitId: visit, groupCode: "Z", version: 0, answers: {} }, mark()),
    ],
    [
      "an answer to a question of another group",
      () =>
        receiveGroup(
          viewer,
          { visitId: visit, groupCode: "C", version: 0, answers: { "D.1": { outcome: "partly", note: "" } } },
          mark(),
        ),
    ],
    ["a group", () => takeGroup(viewer, { visitId: visit, groupCode: "Z", mine: true }, mark())],
    [
      "a finding",
      () =>
        receiveRecheck(
          viewer,
          { visitId: visit, findingId: newId(), version: 0, outcome: "corrected", note: "" },
          mark(),
        ),
    ],
    [
      "words about a picture that nobody sent",
      () =>
        captionPhoto(
          viewer,
          { visitId: visit, questionCode: "C.1", sha256: hashOf(picture()), caption: "x" },
          mark(),
        ),
    ],
  ] as const)("is refused where it is of nothing that there is: %s", async (_what, sending) => {
    const before = await written(visit);
    expect(await sending()).toMatchObject({ ok: false });
    expect(await written(visit)).toBe(before);
  });

  it("keeps the words about a picture that came as late", async () => {
    const { sha256, attach } = await photographed(viewer, visit, { code: "B.1" });
    await attach();
    const said = { visitId: visit, questionCode: "B.1", sha256, caption: "Tầng 1" };
    expect(await captionPhoto(viewer, said, mark())).toMatchObject(late);
  });
});

describe("photographs of a visit", () => {
  it("have the receipt of the same picture that is there, also after the seal", async () => {
    const viewer = await inspector();
    const bytes = picture();
    let first: Awaited<ReturnType<typeof attachPhoto>> | undefined;
    const visit = await sealedVisit(async (created) => {
      first = await (await photographed(viewer, created, { bytes })).attach();
    });
    const again = await (await photographed(viewer, visit, { bytes })).attach();
    expect(first?.ok && again.ok && again.value.number === first.value.number).toBe(true);
  });

  it("are at most so many, whatever their questions", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    await rowsOf(
      `with v as (select id, agency_id, checklist_id from visit where id = $1),
        a as (insert into answer (visit_id, agency_id, checklist_id, question_code, outcome)
          select v.id, v.agency_id, v.checklist_id, q.code, 'not_checked' from v join checklist_question q on q.checklist_id = v.checklist_id returning question_code),
        c as (insert into file_content (sha256, media_type, size, bytes) select encode(sha256(n::text::bytea), 'hex'), 'image/png', length(n::text), n::text::bytea from generate_series(1, $2::int) n returning sha256),
        f as (insert into attachment (agency_id, sha256, file_name) select v.agency_id, c.sha256, 'x' from v, c returning id)
       select 1 from a, c, f limit 1`,
      [visit, mostOfVisit - 1],
    );
    await rowsOf(
      `insert into answer_evidence (visit_id, agency_id, question_code, attachment_id, caption)
       select v.id, v.agency_id, q.code, f.id, '' from visit v
         join (select id, agency_id, row_number() over (order by id) as n from attachment where file_name = 'x') f on f.agency_id = v.agency_id
         join (select question_code as code, row_number() over (order by question_code) as n, count(*) over () as all from answer where visit_id = $1 and question_code <> 'C.1') q
           on q.n = 1 + (f.n % q.all) where v.id = $1`,
      [visit],
    );
    expect(await (await photographed(viewer, visit, {})).attach()).toMatchObject({ ok: true });
    const before = await written(visit);
    expect(await (await photographed(viewer, visit, {})).attach()).toMatchObject({
      problems: [{ code: "too-many-of-visit", values: { max: mostOfVisit } }],
    });
    expect(await written(visit)).toBe(before);
  });
});
