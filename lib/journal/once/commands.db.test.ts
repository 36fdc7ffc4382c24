import { randomUUID } from "node:crypto";

import { afterAll, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { writeMessage } from "@/lib/findings/thread/commands";
import type { Viewer } from "@/lib/identity/types";
import type { FormId, Receipt } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { postPolicy, removePosting } from "@/lib/policies/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { agencyOf, codeOf, disconnect, one, rows, unique } from "@/tests/support/scopes";
import { createFinding } from "@/tests/support/fixtures/findings";
import { viewerNamed } from "@/tests/support/database/viewer";
import { createDocument } from "@/tests/support/fixtures/documents";
import { createPolicy } from "@/tests/support/fixtures/policies";

afterAll(disconnect);

const officer = (): Promise<Viewer> => viewerNamed("officer");
const paper = (words: string) =>
  new File([`%PDF-1.4\n${words}`], "Bằng chứng.pdf", { type: "application/pdf" });
const message = (findingId: string, attachment: File | null = null) => ({
  ...{ findingId, purpose: "question" as const, text: "Bảng tin tạm có được tính không?", attachment },
});
const messagesOf = async (findingId: string): Promise<number> =>
  (
    await one<{ n: number }>("select count(*)::int as n from finding_message where finding_id = $1", [
      findingId,
    ])
  ).n;
const numberOf = (result: Result<Receipt>): string => (result.ok ? result.value.number : "refused");
const drawnForm = (): FormId => randomUUID() as string as FormId;
const laterBy = (minutes: number): Promise<unknown> =>
  rows("update sent_once set sent_at = sent_at - make_interval(mins => $1)", [minutes]);

it("what is pressed twice at once is one record, and both are given its receipt", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  const press = () => writeMessage(viewer, message(findingId, paper("một")));
  const [first, second] = await Promise.all([press(), press()]);
  expect(numberOf(first)).toMatch(/^\d{6}$/);
  expect(numberOf(second)).toBe(numberOf(first));
  expect(await messagesOf(findingId)).toBe(1);
});

it("the same words with another file, or with none, are another record", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  for (const file of [paper("một"), paper("hai"), null])
    expect((await writeMessage(viewer, message(findingId, file))).ok).toBe(true);
  expect(await messagesOf(findingId)).toBe(3);
});

it("the same words are recorded again once the moment has passed", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  await writeMessage(viewer, message(findingId));
  await laterBy(1);
  await writeMessage(viewer, message(findingId));
  expect(await messagesOf(findingId)).toBe(1);
  await laterBy(2);
  await writeMessage(viewer, message(findingId));
  expect(await messagesOf(findingId)).toBe(2);
});

it("the same words of two people are two records", async () => {
  const findingId = await createFinding("own");
  await writeMessage(await officer(), message(findingId));
  await writeMessage(await viewerNamed("head"), message(findingId));
  expect(await messagesOf(findingId)).toBe(2);
});

it("what was undone in between is recorded again", async () => {
  await createPolicy("own");
  const viewer = await officer();
  const own = { agencyId: await agencyOf("own"), agencyCode: codeOf("own") };
  const posting = { ...own, place: unique(), postedOn: "2017-12-31" as PlainDate, photo: null };
  const placed = () =>
    rows<{ id: string }>("select id from policy_posting where place = $1", [posting.place]);
  expect((await postPolicy(viewer, posting)).ok).toBe(true);
  const [{ id: postingId } = { id: "" }] = await placed();
  expect((await removePosting(viewer, { ...own, postingId, removedOn: posting.postedOn })).ok).toBe(true);
  expect((await postPolicy(viewer, posting)).ok).toBe(true);
  expect(await placed()).toHaveLength(2);
});

it("what somebody else has cancelled in between is recorded again, from another form and from the same", async () => {
  await createPolicy("own");
  const [viewer, head] = [await officer(), await viewerNamed("head")];
  const own = { agencyId: await agencyOf("own"), agencyCode: codeOf("own") };
  const posting = { ...own, place: unique(), postedOn: "2017-12-31" as PlainDate, photo: null };
  const standing = () =>
    rows<{ id: string; about: string }>(
      "select id, policy_id as about from policy_posting where place = $1 and cancellation_id is null",
      [posting.place],
    );
  const form = drawnForm();
  for (const sent of [form, drawnForm(), form]) {
    expect((await postPolicy(viewer, posting, sent)).ok).toBe(true);
    const [entry, ...others] = await standing();
    expect(others).toEqual([]);
    const wrong = { ...own, of: "posting", id: entry?.id ?? "", about: entry?.about ?? "" } as const;
    const cancelled = await cancelEntry(head, { ...wrong, reason: "Sai nơi", shown: undefined });
    expect(cancelled).toMatchObject({ ok: true });
  }
});

it("what one form carries again gets its receipt after any time, whatever was done in between", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  const form = drawnForm();
  const first = await writeMessage(viewer, message(findingId, paper("một")), form);
  await writeMessage(viewer, { ...message(findingId), text: "Việc khác" }, drawnForm());
  await laterBy(600);
  const again = await writeMessage(viewer, message(findingId, paper("một")), form);
  expect(numberOf(again)).toBe(numberOf(first));
  expect(await messagesOf(findingId)).toBe(2);
});

it("other content of the same form is another record, and from then on what the form is known by", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  const form = drawnForm();
  const other = { ...message(findingId), text: "Sửa lại câu hỏi" };
  await writeMessage(viewer, message(findingId), form);
  const second = await writeMessage(viewer, other, form);
  expect(await messagesOf(findingId)).toBe(2);
  await laterBy(600);
  expect(numberOf(await writeMessage(viewer, other, form))).toBe(numberOf(second));
  expect(await messagesOf(findingId)).toBe(2);
});

it("another form of the same content is another record once the moment has passed", async () => {
  const findingId = await createFinding("own");
  const viewer = await officer();
  await writeMessage(viewer, message(findingId), drawnForm());
  await writeMessage(viewer, message(findingId), drawnForm());
  expect(await messagesOf(findingId)).toBe(1);
  await laterBy(3);
  await writeMessage(viewer, message(findingId), drawnForm());
  expect(await messagesOf(findingId)).toBe(2);
});

it("a form is known to the account that sent it, and to nobody else", async () => {
  const findingId = await createFinding("own");
  const form = drawnForm();
  const mine = await writeMessage(await officer(), message(findingId), form);
  const theirs = await writeMessage(await viewerNamed("head"), message(findingId), form);
  expect(numberOf(theirs)).not.toBe(numberOf(mine));
  expect(await messagesOf(findingId)).toBe(2);
});

it("what a form changes is done once too, as long as nothing was done since", async () => {
  const documentId = await createDocument("own", false);
  const viewer = await officer();
  const form = drawnForm();
  const log = { changeRequest: "Yêu cầu", changePlace: "Mục 1", changeSummary: "Bổ sung" };
  const edit = {
    documentId,
    version: 0,
    title: "Quy trình",
    body: "1. Mục đích",
    newIssue: "",
    ...log,
  } as const;
  const first = await saveDraft(viewer, edit, form);
  expect(numberOf(first)).toMatch(/^\d{6}$/);
  expect(numberOf(await saveDraft(viewer, edit, form))).toBe(numberOf(first));
  await saveDraft(viewer, { ...edit, version: 1, body: "2. Phạm vi" }, drawnForm());
  expect(numberOf(await saveDraft(viewer, edit, form))).toBe("refused");
});
