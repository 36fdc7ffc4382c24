import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { scanForm } from "@/lib/files/scans/schema";
import type { ScanSubject } from "@/lib/files/scans/types";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import type { Entity } from "@/lib/journal/types";
import { refuse } from "@/lib/kernel/result";

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
export const addScan = command(
  "scans.add",
  scanForm,
  async (acting, { agencyId, of, id, scan }) => {
    const { tx } = acting;
    const subject = await held[of](tx, { id, agencyId });
    if (!subject) refuse("not-yours");
    if (subject.scan !== null) refuse("scan-there");
    const file = await storeFile(acting, agencyId, scan, "scan", "paper");
    await written[of](tx, id, file);
    const { entity, entityId, content } = subject;
    return { chain: agencyId, action: "scan-added", entity, entityId, content: { ...content, file } };
  },
  { beside: filesBeside("scan", "paper") },
);
