import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type { MilestoneKind } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { agencyOf, codeOf, idFrom, rows, today, unique, type Ground } from "@/tests/support/ground";

const wholeChain: readonly MilestoneKind[] = [
  ...(["lapsed", "planned", "built", "applied"] as const),
  ...(["internally_audited", "effectiveness_confirmed"] as const),
];

/** An agency's chain of milestones set back to where a step or a declaration may follow; a declared one lapsed on the day before. */
export async function plantMilestone(ground: Ground, kind: MilestoneKind, on = today): Promise<string> {
  const agencyId = await agencyOf(ground);
  const systemId = await idFrom(
    "select id from management_system where agency_id = $1 and ended_on is null",
    [agencyId],
  );
  await rows("delete from milestone where agency_id = $1 and occurred_on >= $2::date - 1", [agencyId, on]);
  await rows(
    `insert into milestone (agency_id, system_id, kind, occurred_on, edition_id, evidence)
     select $1, $2, kind, case kind when 'lapsed' then $4::date - 1 else $4::date end, '2008', 'Biên bản'
     from unnest($3::milestone_kind[]) kind`,
    [agencyId, systemId, wholeChain.slice(0, wholeChain.indexOf(kind) + 1), on],
  );
  // A proof beside this one may have declared today.
  await rows(
    "update agency_standing set bucket = 'in_progress', declaration_id = null where agency_id = $1 and valid_from = $2 and bucket = 'declared'",
    [agencyId, today],
  );
  return agencyId;
}

const eve = "2017-12-30" as PlainDate;

/** An agency that declared its system yesterday. */
export async function plantDeclared(ground: Ground): Promise<string> {
  const agencyId = await plantMilestone(ground, "effectiveness_confirmed", eve);
  await rows(
    `with declared as (
       insert into declaration (agency_id, system_id, edition_id, decision_number, number, declared_on,
         procedures_covered, procedures_total, units_covered, units_total)
       select agency_id, system_id, edition_id, $3, $3, occurred_on, 1, 1, 1, 1 from milestone
       where agency_id = $1 and occurred_on = $2 and kind = 'effectiveness_confirmed'
       returning id, agency_id, system_id, edition_id, declared_on, number)
     insert into milestone (agency_id, system_id, kind, occurred_on, edition_id, evidence, declaration_id)
     select agency_id, system_id, 'declared', declared_on, edition_id, number, id from declared`,
    [agencyId, eve, unique()],
  );
  return agencyId;
}

/** A declaration that an agency may record now. */
export async function plantDeclarationForm(ground: Ground): Promise<DeclarationForm> {
  const agencyId = await plantMilestone(ground, "effectiveness_confirmed");
  return {
    ...{ agencyId, code: codeOf(ground), decisionNumber: "1/QĐ", number: unique(), editionId: "2008" },
    ...{ proceduresCovered: 1, proceduresTotal: 1, unitsCovered: 1, unitsTotal: 1 },
    ...{ declaredOn: today, officeOn: today, websiteOn: null, leadAgencyOn: null, scan: null },
  };
}

/** A declaration of an agency that nobody has put on the web yet. */
export async function plantUnpublished(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  return idFrom(
    `insert into declaration (agency_id, system_id, edition_id, decision_number, number, declared_on, procedures_covered,
       procedures_total, units_covered, units_total)
     select $1, id, '2008', '1/QĐ', $2, $3, 1, 1, 1, 1 from management_system where agency_id = $1 and ended_on is null returning id`,
    [agencyId, unique(), today],
  );
}

/** An internal audit that the agency has held; gives the agency. */
export async function plantReview(where: Ground): Promise<string> {
  const agencyId = await agencyOf(where);
  await rows(
    `insert into agency_review (agency_id, kind, started_on, ended_on, participants, scope, findings)
     values ($1, 'internal_audit', $2, $2, 'Tổ ISO', 'Toàn cơ quan', 'Không có') on conflict do nothing`,
    [agencyId, today],
  );
  return agencyId;
}
