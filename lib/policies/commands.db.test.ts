import { describe, expect, it } from "vitest";

import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { postPolicy, removePosting, saveObjective, savePolicy } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import type { ObjectiveForm, PostingForm } from "@/lib/policies/schema";
import { recordSignature, signPolicy } from "@/lib/policies/signatures/commands";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const day = (text: string) => text as PlainDate;
const officer = (): Promise<Viewer> => viewerNamed("officer");

async function one<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row> {
  const [row] = await rowsOf<Row>(sql, values);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row;
}

async function agency(code = "ubnd-duc-pho"): Promise<{ agencyId: string; agencyCode: string }> {
  const { id } = await one<{ id: string }>("select id from agency where code = $1", [code]);
  return { agencyId: id, agencyCode: code };
}

/** What a refusal must leave as it was. */
const written = () =>
  one(`select (select md5(string_agg(p::text, ',' order by p::text)) from quality_policy p) as policies,
    (select md5(string_agg(p::text, ',' order by p::text)) from policy_posting p) as postings,
    (select md5(string_agg(o::text, ',' order by o::text)) from quality_objective o) as objectives,
    (select count(*) from attachment) as files, (select count(*) from file_content) as contents,
    (select count(*) from journal_entry) as entries`);

async function refuses(act: () => Promise<{ ok: boolean }>, code: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await written()).toEqual(before);
}

const policiesOf = (agencyId: string) =>
  rowsOf<{ body: string; signed: string | null; replaced: string | null; version: number }>(
    `select body, signed_on::text as signed, replaced_on::text as replaced, version from quality_policy
     where agency_id = $1 order by signed_on nulls last`,
    [agencyId],
  );

const posting = (
  of: { agencyId: string; agencyCode: string },
  more: Partial<PostingForm> = {},
): PostingForm => ({
  ...of,
  place: "Bảng tin tầng 1",
  postedOn: day("2017-12-31"),
  photo: null,
  ...more,
});

const picture = (type = "image/png") =>
  new File([new Uint8Array(noticePicture())], "Ảnh niêm yết.png", { type });

describe("the policy, from draft to the notice board", () => {
  it("is written, and refused where the text is stale", async () => {
    const viewer = await officer();
    const own = await agency();
    expect((await savePolicy(viewer, { ...own, version: 0, body: "Bản một" })).ok).toBe(true);
    expect((await savePolicy(viewer, { ...own, version: 1, body: "Bản hai" })).ok).toBe(true);
    expect(await savePolicy(viewer, { ...own, version: 1, body: "Bản ba" })).toMatchObject({
      ok: false,
      conflict: { current: { body: "Bản hai", version: "2" }, savedBy: viewer.name },
    });
  });

  it("is signed by the head, today, once though it is sent twice, and replaces the one before", async () => {
    const [writer, viewer] = [await officer(), await viewerNamed("head")];
    const own = await agency();
    await refuses(() => signPolicy(writer, { ...own, version: 2 }), "not-yours");
    await refuses(() => signPolicy(viewer, { ...own, version: 1 }), "read-changed");
    await refuses(
      () => signPolicy({ ...viewer, personId: writer.personId }, { ...own, version: 2 }),
      "not-in-post",
    );
    const both = await Promise.all([1, 2].map(() => signPolicy(viewer, { ...own, version: 2 })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await policiesOf(own.agencyId)).toMatchObject([
      { signed: "2016-03-15", replaced: "2017-12-31" },
      { signed: "2017-12-31", replaced: null, body: "Bản hai" },
    ]);
  });

  it("may be signed anew on the same day: the later one takes the place of the other", async () => {
    const own = await agency();
    await savePolicy(await officer(), { ...own, version: 0, body: "Bản ba" });
    expect(await signPolicy(await viewerNamed("head"), { ...own, version: 1 })).toMatchObject({ ok: true });
    const { current, earlier, gaps } = await findPolicy(await officer(), own.agencyId, day("2017-12-31"));
    expect([current?.body, earlier.map(({ body }) => body).slice(0, 1), gaps]).toEqual([
      "Bản ba",
      ["Bản hai"],
      ["not-posted"],
    ]);
  });

  it("that was signed on paper is recorded with its scan, and says by whom", async () => {
    const viewer = await officer();
    const own = await agency();
    await savePolicy(viewer, { ...own, version: 0, body: "Bản bốn" });
    const paper = { ...own, version: 1, signedOn: day("2017-12-31"), scan: picture() };
    await refuses(() => recordSignature(viewer, { ...paper, signedOn: day("2018-01-01") }), "date-in-future");
    await refuses(() => recordSignature(viewer, { ...paper, signedOn: day("2017-12-30") }), "date-too-early");
    await refuses(
      () => recordSignature(viewer, { ...paper, scan: new File(["<html>"], "x.png") }),
      "file-type",
    );
    expect(await recordSignature(viewer, paper)).toMatchObject({ ok: true });
    const { current } = await findPolicy(viewer, own.agencyId, day("2017-12-31"));
    expect(current).toMatchObject({
      body: "Bản bốn",
      signerName: (await viewerNamed("head")).name,
      recordedName: viewer.name,
      attachmentId: expect.any(String) as string,
    });
  });

  it("is for nobody else to sign, past the application either", async () => {
    const own = await agency();
    await savePolicy(await officer(), { ...own, version: 0, body: "Bản năm" });
    const head = await viewerNamed("head");
    const sign = (viewer: Viewer, person: string | null) =>
      asViewer(
        viewer,
        (tx) => tx.$executeRaw`update quality_policy set signed_by = ${person}::uuid, signed_on = '2017-12-31'
          where agency_id = ${own.agencyId}::uuid and signed_on is null and cancellation_id is null`,
      );
    await expect(sign(await officer(), head.personId)).rejects.toThrow(/NN003/);
    await expect(sign(head, (await officer()).personId)).rejects.toThrow(/NN003/);
  });

  it("is posted with a photo from the day it was signed, and taken down again", async () => {
    const viewer = await officer();
    const own = await agency();
    await refuses(() => postPolicy(viewer, posting(own, { postedOn: day("2018-01-01") })), "date-in-future");
    await refuses(() => postPolicy(viewer, posting(own, { postedOn: day("2015-01-01") })), "date-before");
    const page = new File(["<html><script>alert(1)</script>"], "ảnh.png", { type: "image/png" });
    await refuses(() => postPolicy(viewer, posting(own, { photo: page })), "file-type");
    expect((await postPolicy(viewer, posting(own, { photo: picture("text/html") }))).ok).toBe(true);
    const stored = await one<{ id: string; type: string; name: string }>(
      `select p.id, c.media_type as type, t.file_name as name from policy_posting p join attachment t on t.id = p.attachment_id
       join file_content c on c.sha256 = t.sha256 where p.agency_id = $1`,
      [own.agencyId],
    );
    expect(stored).toMatchObject({ type: "image/png", name: "Ảnh niêm yết.png" });
    const removal = { ...own, postingId: stored.id, removedOn: day("2017-12-31") };
    await refuses(
      () => removePosting(viewer, { ...removal, removedOn: day("2018-01-01") }),
      "date-in-future",
    );
    await refuses(() => removePosting(viewer, { ...removal, removedOn: day("2017-12-29") }), "date-before");
    expect((await removePosting(viewer, removal)).ok).toBe(true);
    await refuses(() => removePosting(viewer, removal), "already-done");
  });

  it("that is signed cannot be changed, past the application either", async () => {
    await expect(
      rowsOf("update quality_policy set body = 'khác' where signed_on is not null"),
    ).rejects.toMatchObject({ code: "NN002" });
  });

  it("of another agency is out of reach, and the province only reads", async () => {
    const viewer = await officer();
    const elsewhere = await agency("ubnd-mo-duc");
    const theirs = await one<{ id: string }>("select id from policy_posting where agency_id = $1", [
      elsewhere.agencyId,
    ]);
    const own = await agency();
    const removedOn = day("2017-12-30");
    await refuses(() => savePolicy(viewer, { ...elsewhere, version: 0, body: "x" }), "not-yours");
    const head = await viewerNamed("head");
    await refuses(() => signPolicy(head, { ...elsewhere, version: 1 }), "not-yours");
    const paper = { version: 1, signedOn: removedOn, scan: picture() };
    await refuses(() => recordSignature(viewer, { ...elsewhere, ...paper }), "not-yours");
    await refuses(() => postPolicy(viewer, posting(elsewhere)), "not-yours");
    await refuses(
      () => removePosting(viewer, { ...elsewhere, postingId: theirs.id, removedOn }),
      "not-yours",
    );
    await refuses(() => removePosting(viewer, { ...own, postingId: theirs.id, removedOn }), "not-yours");
    for (const account of ["leader", "inspector", "admin"]) {
      const reader = await viewerNamed(account);
      await refuses(() => savePolicy(reader, { ...own, version: 0, body: "x" }), "not-yours");
      await refuses(() => postPolicy(reader, posting(own)), "not-yours");
    }
  });
});

describe("an objective", () => {
  const objective = (of: { agencyId: string; agencyCode: string }, more: Partial<ObjectiveForm> = {}) => ({
    ...of,
    objectiveId: "",
    version: 0,
    text: "Hồ sơ trả đúng hạn",
    measure: "Phần mềm một cửa",
    target: "Từ 98%",
    result: "",
    ...more,
  });

  it("is added to this year, gets its result, and a stale save shows what stands there", async () => {
    const viewer = await officer();
    const own = await agency();
    expect((await saveObjective(viewer, objective(own))).ok).toBe(true);
    const { id } = await one<{ id: string }>(
      "select id from quality_objective where agency_id = $1 and year = 2017",
      [own.agencyId],
    );
    const reached = objective(own, { objectiveId: id, version: 1, result: "98,9%" });
    expect((await saveObjective(viewer, reached)).ok).toBe(true);
    expect(await saveObjective(viewer, { ...reached, result: "90%" })).toMatchObject({
      ok: false,
      conflict: { current: { result: "98,9%", version: "2" }, savedBy: viewer.name },
    });
    expect(
      await one(
        "select result, reviewed_on::text as reviewed, version from quality_objective where id = $1",
        [id],
      ),
    ).toEqual({ result: "98,9%", reviewed: "2017-12-31", version: 2 });
  });

  it("may be of the year that comes, and of no other", async () => {
    const viewer = await officer();
    const own = await agency();
    const next = objective(own, { text: "Số hóa hồ sơ", year: 2018 });
    expect((await saveObjective(viewer, next)).ok).toBe(true);
    expect(await one("select year from quality_objective where text = 'Số hóa hồ sơ'", [])).toEqual({
      year: 2018,
    });
    await refuses(() => saveObjective(viewer, objective(own, { text: "Xưa", year: 2016 })), "not-a-choice");
    await refuses(() => saveObjective(viewer, objective(own, { text: "Xa", year: 2019 })), "not-a-choice");
  });

  it("of another agency is out of reach", async () => {
    const viewer = await officer();
    const elsewhere = await agency("ubnd-mo-duc");
    const own = await agency();
    const { id } = await one<{ id: string }>("select id from quality_objective where agency_id = $1", [
      elsewhere.agencyId,
    ]);
    await refuses(() => saveObjective(viewer, objective(elsewhere)), "not-yours");
    await refuses(() => saveObjective(viewer, objective(own, { objectiveId: id, version: 1 })), "not-yours");
  });
});
