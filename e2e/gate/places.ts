import { createHash, randomUUID } from "node:crypto";

import { test } from "@playwright/test";

import { origin } from "./visitors";
import { adoptSite } from "@/e2e/support/world/site";
import { roles, type Role } from "@/lib/identity/types";
import { idFrom, one, plantAccount, rows, settle, type Ground } from "@/tests/support/ground";
import { plantImport } from "@/tests/support/imports";
import * as plants from "@/tests/support/plants";

/** What an address or a form can name, on one ground. */
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
  entity: "agency",
  entityId: nothing,
};

export type Places = { names: Record<Ground, Names>; accounts: Record<Role, string>; origin: string };

/** Copies the result of a visit of the demonstration onto a planted one, which is then final. */
async function plantFinalVisit(where: Ground): Promise<string> {
  const id = await plants.plantVisit(where);
  await rows(
    `insert into visit_result select (jsonb_populate_record(null::visit_result,
       to_jsonb(r) || jsonb_build_object('visit_id', $1::uuid, 'agency_id', v.agency_id))).*
     from (select * from visit_result limit 1) r, visit v where v.id = $1::uuid`,
    [id],
  );
  await plants.plantMinutes(id);
  return id;
}

/** A document with a revision in force and the next one being written. */
async function plantRevisedDocument(where: Ground): Promise<Pick<Names, "document" | "revision">> {
  const id = await plants.plantDocument(where, true);
  await rows(
    `update document_revision set approved_by = $2, approved_on = '2017-01-02', effective_on = '2017-01-02' where document_id = $1`,
    [id, await plants.headOf(where)],
  );
  await rows(
    `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary)
     select agency_id, document_id, 1, 1, title, 'Nội dung mới', change_request, change_place, change_summary from document_revision where document_id = $1`,
    [id],
  );
  // It waits for the head, who may return it.
  await plants.plantSubmission(id);
  const revision = await one<{ id: string }>(
    "select id from document_revision where document_id = $1 and approved_on is not null",
    [id],
  );
  return { document: id, revision: revision.id };
}

/** A calendar address of that account. */
export const plantFeed = (name: string): Promise<string> =>
  idFrom(
    "insert into calendar_feed (account_id, token_hash, locale) select id, $2, 'vi' from account where name = $1 returning id",
    [name, createHash("sha256").update(randomUUID()).digest()],
  );

/** A record of each kind on this ground, which is that agency's. */
export async function plantNames(where: Ground, code: string): Promise<Names> {
  const { agencyId } = await one<{ agencyId: string }>(
    'select id as "agencyId" from agency where code = $1',
    [code],
  );
  const { id: account, name } = await plantAccount("head");
  const { id: session } = await one<{ id: string }>(
    "insert into session (token_hash, account_id, expires_at) select $1, id, now() + interval '1 hour' from account where name = $2 returning id",
    [Buffer.from(randomUUID()), name],
  );
  await plants.plantPolicyDraft(where);
  return {
    ...{ code, agencyId, account, session },
    ...(await plantRevisedDocument(where)),
    finding: await plants.plantFinding(where),
    import: await plantImport(),
    visit: await plants.plantVisit(where),
    finalVisit: await plantFinalVisit(where),
    file: await plants.plantFile(where),
    posting: await plants.plantPosting(where),
    appointment: await plants.plantEndedAppointment(where),
    declaration: await plants.plantUnpublished(where),
    objective: await plants.plantObjective(where),
    feed: await plantFeed(name),
    year: "2016",
    leader: await plants.personOf("inspector"),
    entity: "agency",
    entityId: await plants.plantEntry(where),
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
  settle({ own: place(own, "inspector"), other: place(other, "leader"), ...years });
  const accounts = {} as Record<Role, string>;
  for (const role of roles) {
    const { id, name } = await plantAccount(role);
    accounts[role] = name;
    if (role === "head") await plants.seatHead("own", id);
  }
  settle({ own: place(own, accounts.inspector), other: place(other, accounts.leader), ...years });
  return {
    accounts,
    origin: origin(),
    names: { own: await plantNames("own", own), other: await plantNames("other", other) },
  };
}
