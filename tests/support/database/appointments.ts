import { expect } from "vitest";

import { listHolders } from "@/lib/appointments/queries";
import type { AppointmentForm } from "@/lib/appointments/schema";
import { listSignedInTerm } from "@/lib/appointments/signatures/queries";
import { seenAs } from "@/lib/appointments/signatures/rules";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { saveDraft } from "@/lib/procedures/commands";
import { findDuties } from "@/lib/reminders/queries";
import { deskOf } from "@/lib/reminders/rules";
import { submitDraft } from "@/lib/submissions/commands";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

export const code = "ubnd-duc-pho";
export const today = plainDate("31/12/2017");

export async function oneOf<Row extends Record<string, string>>(
  sql: string,
  values: unknown[] = [],
): Promise<Row> {
  const [row] = await rowsOf<Row>(sql, values);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row;
}

export const agencyOf = async (name = code) =>
  (await oneOf<{ id: string }>("select id from agency where code = $1", [name])).id;
export const personOf = async (account: string) =>
  (await oneOf<{ id: string }>("select person_id as id from account where name = $1", [account])).id;
export const headOf = async () =>
  oneOf<{ id: string; personId: string }>(
    `select id, person_id as "personId" from appointment where agency_id = $1 and post = 'head' and valid_to is null`,
    [await agencyOf()],
  );

export const decided = { decision: "Quyết định số 1520/QĐ-UBND", decidedOn: plainDate("10/12/2017") };

export const form = async (more: Partial<AppointmentForm>): Promise<AppointmentForm> => ({
  ...{ agencyId: await agencyOf(), agencyCode: code, personId: "", fullName: "", seat: "head" },
  ...{ title: "Chủ tịch UBND huyện", concurrent: false, validFrom: today, lastDay: null },
  ...decided,
  ...more,
});

export const ended = async (lastDay: string) => ({
  ...{ agencyId: await agencyOf(), agencyCode: code, id: (await headOf()).id, lastDay: plainDate(lastDay) },
  ...{ ...decided, known: "" },
});

/** What its reader read before they ended or cancelled the head's appointment. */
export const seen = async (viewer: Viewer) =>
  seenAs(await listSignedInTerm(viewer, await agencyOf(), (await headOf()).id));

const written = () =>
  rowsOf(`select (select md5(string_agg(a::text, ',' order by a::text)) from appointment a) as appointments,
    (select count(*) from person) as people, (select count(*) from journal_entry) as entries`);

export async function refuses(
  act: Promise<{ ok: boolean }>,
  problem: Record<string, unknown>,
): Promise<void> {
  const before = await written();
  expect(await act).toMatchObject({ ok: false, problems: [problem] });
  expect(await written()).toEqual(before);
}

export const heads = async (on: string): Promise<string[]> =>
  (await listHolders(await viewerNamed("leader"), await agencyOf(), plainDate(on)))
    .filter(({ post }) => post === "head")
    .map(({ name }) => name);

let texts = 0;

/** A draft of the officer that waits for the head; gives the document. */
export async function halfGiven(officer: Viewer, document: string): Promise<string> {
  const { id } = await oneOf<{ id: string }>(
    "select id from controlled_document where agency_id = $1 and code = $2",
    [await agencyOf(), document],
  );
  const log = { changeRequest: "Kết luận kiểm tra", changePlace: "Mục 2", changeSummary: "Bổ sung" };
  const body = `Nội dung mới ${(texts += 1)}`;
  expect(
    await saveDraft(officer, { documentId: id, version: 0, title: "Quy trình", body, ...log, newIssue: "" }),
  ).toMatchObject({ ok: true });
  const submitted = { agencyId: await agencyOf(), agencyCode: code, of: "document" as const, id, version: 1 };
  expect(await submitDraft(officer, { ...submitted, note: "" })).toMatchObject({ ok: true });
  return id;
}

export const approval = (documentId: string) => ({
  ...{ documentId, version: 1, effectiveOn: today, reviewDueOn: plainDate("31/12/2018") },
});

export const waitingAt = async (viewer: Viewer): Promise<string[]> => {
  const agency = { id: await agencyOf(), code };
  const { tasks } = await findDuties(viewer, agency, deskOf(viewer), today, "vi");
  return tasks.flatMap((task) => (task.kind === "approve" ? [task.id] : []));
};
