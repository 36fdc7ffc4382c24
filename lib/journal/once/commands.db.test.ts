import { afterAll, expect, it } from "vitest";

import { writeMessage } from "@/lib/findings/thread/commands";
import type { Viewer } from "@/lib/identity/types";
import type { Receipt } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { postPolicy, removePosting } from "@/lib/policies/commands";
import { agencyOf, codeOf, leaveGround, one, rows, unique } from "@/scripts/proof/ground";
import { plantFinding, plantPolicy } from "@/scripts/proof/plants";
import { viewerNamed } from "@/scripts/test-database/viewer";

afterAll(leaveGround);

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
const laterBy = (minutes: number): Promise<unknown> =>
  rows("update sent_once set sent_at = sent_at - make_interval(mins => $1)", [minutes]);

it("what is pressed twice at once is one record, and both are given its receipt", async () => {
  const findingId = await plantFinding("own");
  const viewer = await officer();
  const press = () => writeMessage(viewer, message(findingId, paper("một")));
  const [first, second] = await Promise.all([press(), press()]);
  expect(numberOf(first)).toMatch(/^\d{6}$/);
  expect(numberOf(second)).toBe(numberOf(first));
  expect(await messagesOf(findingId)).toBe(1);
});

it("the same words with another file, or with none, are another record", async () => {
  const findingId = await plantFinding("own");
  const viewer = await officer();
  for (const file of [paper("một"), paper("hai"), null])
    expect((await writeMessage(viewer, message(findingId, file))).ok).toBe(true);
  expect(await messagesOf(findingId)).toBe(3);
});

it("the same words are recorded again once the moment has passed", async () => {
  const findingId = await plantFinding("own");
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
  const findingId = await plantFinding("own");
  await writeMessage(await officer(), message(findingId));
  await writeMessage(await viewerNamed("head"), message(findingId));
  expect(await messagesOf(findingId)).toBe(2);
});

it("what was undone in between is recorded again", async () => {
  await plantPolicy("own");
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
