import { storeFile } from "@/lib/files/commands";
import type { ScanForm } from "@/lib/files/scans/schema";
import type { ScanSubject } from "@/lib/files/scans/types";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Entity, Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";

type Which = { id: string; agencyId: string };

/** The record as its history tells of it, and the scan it has. */
type Held = {
  entity: Entity;
  entityId: string;
  scan: string | null;
  content: Readonly<Record<string, string>>;
};

/** How each kind of record is held until the transaction ends. */
const held = {
  review: async (tx, { id, agencyId }) => {
    const [row] = await tx.$queryRaw<{ scan: string | null; endedOn: string }[]>`
      select minutes_id as scan, ended_on::text as "endedOn" from agency_review
      where id = ${id}::uuid and agency_id = ${agencyId}::uuid and cancellation_id is null for update`;
    return row && { scan: row.scan, entity: "review", entityId: id, content: { endedOn: row.endedOn } };
  },
  // The paper of a declaration is the declaration's, not its milestone's.
  milestone: async (tx, { id, agencyId }) => {
    const [row] = await tx.$queryRaw<{ scan: string | null; kind: string; occurredOn: string }[]>`
      select attachment_id as scan, kind::text, occurred_on::text as "occurredOn" from milestone
      where id = ${id}::uuid and agency_id = ${agencyId}::uuid and declaration_id is null and cancellation_id is null for update`;
    if (!row) return undefined;
    const { scan, ...content } = row;
    return { scan, entity: "agency", entityId: agencyId, content };
  },
  declaration: async (tx, { id, agencyId }) => {
    const [row] = await tx.$queryRaw<{ scan: string | null; number: string; declaredOn: string }[]>`
      select attachment_id as scan, number, declared_on::text as "declaredOn" from declaration
      where id = ${id}::uuid and agency_id = ${agencyId}::uuid and cancellation_id is null for update`;
    if (!row) return undefined;
    const { scan, ...content } = row;
    return { scan, entity: "agency", entityId: agencyId, content };
  },
  posting: async (tx, { id, agencyId }) => {
    const [row] = await tx.$queryRaw<
      { scan: string | null; policy: string; place: string; postedOn: string }[]
    >`
      select attachment_id as scan, policy_id as policy, place, posted_on::text as "postedOn" from policy_posting
      where id = ${id}::uuid and agency_id = ${agencyId}::uuid and cancellation_id is null for update`;
    if (!row) return undefined;
    const { scan, policy, ...content } = row;
    return { scan, entity: "policy", entityId: policy, content };
  },
} satisfies Record<ScanSubject, (tx: Tx, which: Which) => Promise<Held | undefined>>;

const written = {
  review: (tx, id, minutesId) =>
    tx.agencyReview.update({ where: { id }, data: { minutesId }, select: { id: true } }),
  milestone: (tx, id, attachmentId) =>
    tx.milestone.update({ where: { id }, data: { attachmentId }, select: { id: true } }),
  declaration: (tx, id, attachmentId) =>
    tx.declaration.update({ where: { id }, data: { attachmentId }, select: { id: true } }),
  posting: (tx, id, attachmentId) =>
    tx.policyPosting.update({ where: { id }, data: { attachmentId }, select: { id: true } }),
} satisfies Record<ScanSubject, (tx: Tx, id: string, file: string) => Promise<{ id: string }>>;

/** Gives a record the signed paper that it was recorded without. One that is there stays. */
export async function addScan(
  viewer: Viewer,
  { agencyId, of, id, scan }: ScanForm,
): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "scans.add", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    const subject = await held[of](tx, { id, agencyId });
    if (!subject) return refused(problem("not-an-id"));
    if (subject.scan !== null) return refused(problem("scan-there"));
    const stored = await storeFile(tx, viewer, agencyId, scan, "scan");
    if (!stored.ok) return stored;
    await written[of](tx, id, stored.value);
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "scan-added",
        entity: subject.entity,
        entityId: subject.entityId,
        content: { ...subject.content, file: stored.value },
      }),
    );
  });
}
