import { loadAppointments } from "@/lib/appointments/queries";
import { holdsOn } from "@/lib/appointments/rules";
import { heldOffice } from "@/lib/appointments/signatures/rules";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { isInForce, policyGaps } from "@/lib/policies/rules";
import type { Objective, Policy, PolicyRecord } from "@/lib/policies/types";
import { submissionsOf } from "@/lib/submissions/queries";

/** Every policy of an agency with where it hung, the last one written first. */
const policyRows = (tx: Tx, agencyId: string, only: string | null): Promise<Policy[]> => tx.$queryRaw<
  Policy[]
>`
  select p.id, p.body, n.full_name as "signerName", p.signed_by as "signerId", p.signed_on::text as "signedOn",
    p.replaced_on::text as "replacedOn", p.recorded_name as "recordedName", p.attachment_id as "attachmentId", p.version,
    coalesce((select json_agg(json_build_object('id', t.id, 'place', t.place, 'postedOn', t.posted_on, 'removedOn', t.removed_on,
      'attachmentId', t.attachment_id) order by t.posted_on desc, t.id) from policy_posting t
      where t.policy_id = p.id and t.cancellation_id is null), '[]')
      as postings
  from quality_policy p left join person n on n.id = p.signed_by
  where p.agency_id = ${agencyId}::uuid and p.cancellation_id is null and (${only}::uuid is null or p.agency_id = ${only}::uuid)
  order by p.drafted_at desc`;

const objectiveRows = (tx: Tx, agencyId: string, only: string | null): Promise<Objective[]> => tx.$queryRaw<
  Objective[]
>`
  select id, year, position, text, measure, target, result, version from quality_objective
  where agency_id = ${agencyId}::uuid and (${only}::uuid is null or agency_id = ${only}::uuid) and cancellation_id is null
  order by year desc, position`;

/** The policy of an agency on a day: in force, being written, earlier ones, what is wanting; and its objectives. */
export function findPolicy(viewer: Viewer, agencyId: string, on: PlainDate): Promise<PolicyRecord> {
  const only = agencyParameter(viewer, "policies.read");
  return asViewer(viewer, async (tx) => {
    const policies = await policyRows(tx, agencyId, only);
    const current = policies.find((policy) => isInForce(policy, on)) ?? null;
    // Whoever acts as head may sign the policy anew, and need not: whoever is appointed after them does.
    const appointments = await loadAppointments(tx, { agencyId });
    const head = appointments.find((each) => each.seat === "head" && !each.cancelled && holdsOn(each, on));
    const draft = policies.find((policy) => policy.signedOn === null) ?? null;
    return {
      current,
      draft,
      submission: (draft && (await submissionsOf(tx, agencyId)).get(draft.id)) ?? null,
      earlier: policies.filter((policy) => policy.signedOn !== null && policy !== current),
      gaps: policyGaps(
        current,
        {
          headId: head?.personId ?? null,
          inOffice: heldOffice(appointments, {
            ...{ personId: current?.signerId ?? null, on: current?.signedOn ?? null, of: "policy" },
          }),
        },
        on,
      ),
      objectives: await objectiveRows(tx, agencyId, only),
    };
  });
}
