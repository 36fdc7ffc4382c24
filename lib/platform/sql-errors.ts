import type { ProblemCode } from "@/lib/kernel/problem";

/**
 * What must not be there twice, by the name of its constraint, and what somebody reads who was not the first to do it: two people
 * at one moment, or one who sent something again. A constraint that is not named here guards the program against itself.
 */
export const onlyOnce = {
  account_name_key: "name-taken",
  agency_standing_no_overlap: "already-done",
  agency_standing_pkey: "already-done",
  answer_evidence_pkey: "already-done",
  answer_pkey: "already-done",
  appointment_one_head: "already-done",
  calendar_feed_one_live: "already-done",
  controlled_document_agency_id_code_key: "code-taken",
  declaration_once: "already-done",
  declaration_publication_once: "already-done",
  declaration_superseded_once: "already-done",
  document_revision_once: "already-done",
  document_revision_one_current: "already-done",
  document_revision_one_draft: "draft-exists",
  field_delivery_accepted_once: "already-done",
  finding_answer_finding_id_number_key: "already-done",
  finding_claim_finding_id_number_key: "already-done",
  finding_claim_refusal_finding_id_claim_id_key: "already-done",
  finding_closure_pkey: "already-done",
  finding_message_finding_id_number_key: "already-done",
  finding_recheck_pkey: "already-done",
  finding_return_finding_id_answer_id_key: "already-done",
  finding_stop_finding_id_claim_id_key: "already-done",
  finding_stop_no_overlap: "already-done",
  legal_change_one_draft: "already-done",
  legal_document_number_issuer_issued_on_key: "law-registered",
  legal_relation_once: "relation-noted",
  mail_setting_pkey: "already-done",
  milestone_once: "already-done",
  programme_approval_pkey: "already-done",
  programme_candidate_pkey: "already-done",
  programme_year_key: "programme-exists",
  quality_objective_agency_id_year_position_key: "already-done",
  quality_policy_one_current: "already-done",
  quality_policy_one_draft: "draft-exists",
  submission_of_policy: "already-done",
  submission_of_revision: "already-done",
  team_member_one_leader: "already-done",
  team_member_pkey: "already-done",
  update_judgement_once: "already-done",
  visit_group_pkey: "already-done",
  visit_minutes_pkey: "already-done",
  visit_result_pkey: "already-done",
  visit_section_pkey: "already-done",
} satisfies Record<string, ProblemCode>;

const isNamed = (name: string): name is keyof typeof onlyOnce => name in onlyOnce;

/** What our own triggers refuse, by the state that they raise. */
const raised: Readonly<Record<string, ProblemCode>> = {
  NN001: "already-done",
  NN002: "visit-final",
  NN005: "visit-begun",
};

/** What no column can hold: data exceptions, a CHECK, an entry too long for an index. */
const unstorable = /^(?:22\w{3}|23514|54000)$/;

/** What PostgreSQL said, as Prisma passes it on, by statement or by model. */
type Said = { originalCode?: unknown; originalMessage?: unknown };

const partOf = (value: unknown, key: string): unknown =>
  value instanceof Object && key in value ? (value as Record<string, unknown>)[key] : undefined;

const saidIn = (error: unknown): Said =>
  partOf(partOf(partOf(error, "meta"), "driverAdapterError"), "cause") ?? {};

/** The name of the constraint that kept a row out; null where the database said no such thing. */
function constraintIn({ originalCode, originalMessage }: Said): string | null {
  if (originalCode !== "23505" && originalCode !== "23P01") return null;
  return /constraint "([^"]+)"/.exec(String(originalMessage))?.[1] ?? null;
}

/** What a person reads of what the database refused; null where the program itself is wrong, which breaks. */
export function codeOfRefusal(error: unknown): ProblemCode | null {
  const said = saidIn(error);
  const state = String(said.originalCode);
  const name = constraintIn(said);
  if (name !== null) return isNamed(name) ? onlyOnce[name] : null;
  const known = raised[state];
  if (known) return known;
  if (unstorable.test(state)) return "unstorable";
  return error instanceof Error && error.message.includes("Provided Date object is invalid")
    ? "unstorable"
    : null;
}
