import { holdersOn } from "@/lib/appointments/queries";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { isInForce, policyGaps } from "@/lib/policies/rules";
import type { Policy, PolicyRecord } from "@/lib/policies/types";

/** The policy of an agency on a day: in force, being written, earlier ones, what is wanting; and its objectives. */
export function findPolicy(viewer: Viewer, agencyId: string, on: PlainDate): Promise<PolicyRecord> {
  const where = { ...agencyWhere(viewer, "policies.read"), AND: { agencyId } };
  return asViewer(viewer, async (tx) => {
    const rows = await tx.qualityPolicy.findMany({
      where,
      orderBy: { draftedAt: "desc" },
      include: { signer: { select: { fullName: true } }, postings: { orderBy: { postedOn: "desc" } } },
    });
    const policies = rows.map((row): Policy => ({
      id: row.id,
      body: row.body,
      signerName: row.signer?.fullName ?? null,
      signerId: row.signedBy,
      signedOn: fromDatabaseOrNull(row.signedOn),
      replacedOn: fromDatabaseOrNull(row.replacedOn),
      version: row.version,
      postings: row.postings.map(({ id, place, postedOn, removedOn, attachmentId }) => ({
        id,
        place,
        postedOn: fromDatabase(postedOn),
        removedOn: fromDatabaseOrNull(removedOn),
        attachmentId,
      })),
    }));
    const current = policies.find((policy) => isInForce(policy, on)) ?? null;
    const head = (await holdersOn(tx, agencyId, on)).find((holder) => holder.post === "head");
    const objectives = await tx.qualityObjective.findMany({
      where,
      orderBy: [{ year: "desc" }, { position: "asc" }],
    });
    return {
      current,
      draft: policies.find((policy) => policy.signedOn === null) ?? null,
      earlier: policies.filter((policy) => policy.signedOn !== null && policy !== current),
      gaps: policyGaps(current, head?.personId ?? null, on),
      objectives: objectives.map(({ id, year, position, text, measure, target, result, version }) => ({
        id,
        year,
        position,
        text,
        measure,
        target,
        result,
        version,
      })),
    };
  });
}
