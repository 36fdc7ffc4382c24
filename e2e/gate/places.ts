import { createHash, randomUUID } from "node:crypto";

import { test } from "@playwright/test";

import { origin } from "./visitors";
import { adoptSite } from "@/e2e/support/world/site";
import { roles, type Role } from "@/lib/identity/types";
import { idFrom, one, createAccount, rows, choosePlaces, type Scope } from "@/tests/support/scopes";
import { createImport } from "@/tests/support/imports";
import * as fixtures from "@/tests/support/fixtures";

/** What an address or a form can name, on one scope. */
export type Names = Record<
  | "code"
  | "agencyId"
  | "document"
  | "revision"
  | "finding"
  | "visit"
  | "finalVisit"
  | "file"
  | "account"
  | "import"
  | "session"
  | "posting"
  | "appointment"
  | "declaration"
  | "objective"
  | "feed"
  | "year"
  | "leader"
  | "law"
  | "change"
  | "touched"
  | "noted"
  | "relation"
  | "draft"
  | "listed"
  | "row"
  | "procedure"
  | "entity"
  | "entityId",
  string
>;

const nothing = "00000000-0000-4000-8000-000000000000";

export const missing: Names = {
  code: "khong-co",
  agencyId: nothing,
  document: nothing,
  revision: nothing,
  finding: nothing,
  visit: nothing,
  finalVisit: nothing,
  file: nothing,
  account: nothing,
  import: nothing,
  session: nothing,
  posting: nothing,
  appointment: nothing,
  declaration: nothing,
  objective: nothing,
  feed: nothing,
  year: "2016",
  leader: nothing,
  law: nothing,
  change: nothing,
  touched: nothing,
  noted: nothing,
  relation: nothing,
  draft: nothing,
  listed: nothing,
  row: nothing,
  procedure: nothing,
  entity: "agency",
  entityId: nothing,
};

export type Places = { names: Record<Scope, Names>; accounts: Record<Role, string>; origin: string };

/** Copies the result of a visit of the demonstration onto a created one, which is then final. */
async function createFinalVisit(where: Scope): Promise<string> {
  const id = await fixtures.createVisit(where);
  await rows(
    `insert into visit_result select (jsonb_populate_record(null::visit_result,
       to_jsonb(r) || jsonb_build_object('visit_id', $1::uuid, 'agency_id', v.agency_id))).*
     from (select * from visit_result limit 1) r, visit v where v.id = $1::uuid`,
    [id],
  );
  await fixtures.createMinutes(id);
  return id;
}

/** A document with a revision in force and the next one being written. */
async function createRevisedDocument(where: Scope): Promise<Pick<Names, "document" | "revision">> {
  const id = await fixtures.createDocument(where, true);
  await rows(
    `update document_revision set approved_by = $2, approved_on = '2017-01-02', effective_on = '2017-01-02' where document_id = $1`,
    [id, await fixtures.headOf(where)],
  );
  await rows(
    `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary)
     select agency_id, document_id, 1, 1, title, 'Nội dung mới', change_request, change_place, change_summary from document_revision where document_id = $1`,
    [id],
  );
  // It waits for the head, who may return it.
  await fixtures.createSubmission(id);
  const revision = await one<{ id: string }>(
    "select id from document_revision where document_id = $1 and approved_on is not null",
    [id],
  );
  return { document: id, revision: revision.id };
}

/** A calendar address of that account. */
export const createFeed = (name: string): Promise<string> =>
  idFrom(
    "insert into calendar_feed (account_id, token_hash, locale) select id, $2, 'vi' from account where name = $1 returning id",
    [name, createHash("sha256").update(randomUUID()).digest()],
  );

/** A document of law with a change that touches a document there, and one of which something is noted. */
async function createLawNames(where: Scope) {
  const { law, change, document: touched } = await fixtures.createUpdate(where);
  const { law: noted, relation } = await fixtures.createDraftChange();
  return {
    law,
    change,
    touched,
    noted,
    relation,
    draft: await fixtures.draftTextOf(await fixtures.createDocument(where, true)),
  };
}

/** A decision whose list is read in, and a procedure that the agency handles. */
async function createProcedureNames(where: Scope) {
  const { law: listed, row, procedure } = await fixtures.createListed();
  await fixtures.handle(where, procedure);
  return { listed, row, procedure };
}

/** A record of each kind on this scope, which is that agency's. */
export async function createNames(where: Scope, code: string): Promise<Names> {
  const { agencyId } = await one<{ agencyId: string }>(
    'select id as "agencyId" from agency where code = $1',
    [code],
  );
  const { id: account, name } = await createAccount("head");
  const { id: session } = await one<{ id: string }>(
    "insert into session (token_hash, account_id, expires_at) select $1, id, now() + interval '1 hour' from account where name = $2 returning id",
    [Buffer.from(randomUUID()), name],
  );
  await fixtures.createPolicyDraft(where);
  return {
    ...{ code, agencyId, account, session },
    ...(await createRevisedDocument(where)),
    finding: await fixtures.createFinding(where),
    import: await createImport(),
    visit: await fixtures.createVisit(where),
    finalVisit: await createFinalVisit(where),
    file: await fixtures.createFile(where),
    posting: await fixtures.createPosting(where),
    appointment: await fixtures.createEndedAppointment(where),
    declaration: await fixtures.createUnpublished(where),
    objective: await fixtures.createObjective(where),
    feed: await createFeed(name),
    year: "2016",
    leader: await fixtures.personOf("inspector"),
    ...(await createLawNames(where)),
    ...(await createProcedureNames(where)),
    entity: "agency",
    entityId: await fixtures.createEntry(where),
  };
}

/** Agencies that no journey visits, two for each worker: what runs beside a test changes nothing under it. The first has not declared. */
const quiet = [
  ["ubnd-son-tay", "ubnd-son-ha"],
  ["ubnd-tay-tra", "ubnd-tra-bong"],
] as const;

/** Of each worker's own, too: twenty years in which no journey plans. */
const draftsFrom = (): number => 2040 + 20 * test.info().parallelIndex;

function quietPair(): readonly [own: string, other: string] {
  const pair = quiet[test.info().parallelIndex];
  if (!pair) throw new Error("more workers than pairs of quiet agencies");
  return pair;
}

/**
 * Two agencies of this worker's own, an account of each role that no journey uses (officer and head in the first agency),
 * and a record of each kind in both.
 */
export async function settleIn(): Promise<Places> {
  const [own, other] = quietPair();
  adoptSite();
  const years = { programme: 2016, drafts: draftsFrom() };
  const place = (agency: string, teamLeader: string) => ({ agency, teamLeader });
  choosePlaces({ own: place(own, "inspector"), other: place(other, "leader"), ...years });
  const accounts = {} as Record<Role, string>;
  for (const role of roles) {
    const { id, name } = await createAccount(role);
    accounts[role] = name;
    if (role === "head") await fixtures.seatHead("own", id);
  }
  choosePlaces({ own: place(own, accounts.inspector), other: place(other, accounts.leader), ...years });
  return {
    accounts,
    origin: origin(),
    names: { own: await createNames("own", own), other: await createNames("other", other) },
  };
}
