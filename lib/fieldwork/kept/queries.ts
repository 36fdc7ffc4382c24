import { displacedItem, keptItemOf, leftOut } from "@/lib/fieldwork/kept/rules";
import { withoutSettled, type Saving } from "@/lib/fieldwork/kept/settled/rules";
import type { Collision, KeptItem } from "@/lib/fieldwork/kept/types";
import { loadRechecksOf } from "@/lib/visits/rechecks/queries";
import { loadDisplaced } from "@/lib/visits/sealed/displaced/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { isId } from "@/lib/kernel/ids";

/** What was sent of a visit and stands beside its record, the oldest first, and last what its minutes displaced: for those who audit, and who lead them. */
export async function listKept(viewer: Viewer, visitId: string): Promise<KeptItem[]> {
  if (!may(viewer, "audits.plan") || !isId(visitId)) return [];
  return asViewer(viewer, (tx) => loadKept(tx, visitId));
}

/** Of these visits, what two of a team wrote and nobody has chosen: said before the seal, and hindering nobody. */
export async function listCollisions(
  viewer: Viewer,
  visits: readonly string[],
): Promise<Readonly<Record<string, readonly Collision[]>>> {
  if (!may(viewer, "audits.plan")) return {};
  return asViewer(viewer, async (tx) => {
    const found = await openCopies(tx, visits.filter(isId));
    const of: Record<string, Collision[]> = {};
    for (const visitId of new Set(found.map((each) => each.visitId))) {
      const items = await loadKept(tx, visitId);
      of[visitId] = items.flatMap(({ why, by, kind, part, answers }) =>
        why === "unchosen" ? [{ by, codes: kind === "rechecks" ? [part] : Object.keys(answers) }] : [],
      );
    }
    return of;
  });
}

type OpenCopy = { visitId: string; receiptNo: bigint };

/**
 * Copies that a colleague was faster than, and after which their sender has sent nothing more about the same: whoever chooses, whichever
 * it be, says so by what they send next, or by minutes of their own.
 */
const openCopies = (tx: Tx, visits: readonly string[]): Promise<OpenCopy[]> =>
  tx.$queryRaw<OpenCopy[]>`
    select d.visit_id as "visitId", d.receipt_no as "receiptNo" from field_delivery d
    where d.visit_id = any(${visits}::uuid[]) and not d.accepted and (d.subject like 'sheet:%' or d.subject like 'recheck:%')
      and not exists (select 1 from field_delivery l where l.visit_id = d.visit_id and l.received_by = d.received_by
        and l.received_at > d.received_at and (l.subject = d.subject or (l.subject = 'minutes' and l.accepted)))`;

/** What stands of a visit, and may be said otherwise by what is kept beside it. */
async function standing(tx: Tx, visitId: string) {
  const rows = await tx.answer.findMany({
    where: { visitId },
    select: { questionCode: true, outcome: true, note: true },
  });
  return {
    answers: Object.fromEntries(
      rows.map(({ questionCode, outcome, note }) => [questionCode, { outcome, note }]),
    ),
    rechecks: (await loadRechecksOf(tx, [visitId]))[visitId] ?? {},
  };
}

async function loadKept(tx: Tx, visitId: string): Promise<KeptItem[]> {
  const entries = await tx.journalEntry.findMany({
    where: { entity: "visit", entityId: visitId, action: { in: ["item-kept", "item-put-away"] } },
    orderBy: { id: "asc" },
    select: { id: true, action: true, at: true, actorName: true, content: true },
  });
  const displaced = await loadDisplaced(tx, [visitId]);
  if (entries.length === 0 && displaced.length === 0) return [];
  const receipts = [...entries.map(({ id }) => id), ...displaced.map(({ receiptNo }) => receiptNo)];
  const deliveries = await tx.fieldDelivery.findMany({
    where: { visitId, receiptNo: { in: receipts } },
    select: { receiptNo: true, clockFast: true, recordedAt: true },
  });
  const marks = new Map(deliveries.map(({ receiptNo, ...mark }) => [receiptNo, mark]));
  const open = new Set((await openCopies(tx, [visitId])).map(({ receiptNo }) => receiptNo));
  const stands = await standing(tx, visitId);
  const savings = open.size > 0 ? await savingsOf(tx, visitId) : [];
  const items = entries.flatMap(({ id, content, ...entry }) => {
    const read = JSON.parse(content) as Record<string, Value>;
    const of = { clockFast: marks.get(id)?.clockFast ?? null, isOpen: open.has(id) };
    const item = keptItemOf({ ...entry, ...of, number: receiptNumber(id), content: read });
    const left = item && leftOut(item, stands);
    return (left && withoutSettled(left, savings)) ?? [];
  });
  const beside = displaced.map((each) =>
    displacedItem(receiptNumber(each.receiptNo), each, marks.get(each.receiptNo)),
  );
  return showingPictures(tx, visitId, await namingFindings(tx, [...items, ...beside]));
}

/** What was saved of a visit before it was signed, the oldest first: by a device, under a receipt of a delivery, or by a form. */
async function savingsOf(tx: Tx, visitId: string): Promise<Saving[]> {
  const saved = await tx.journalEntry.findMany({
    where: { entity: "visit", entityId: visitId, action: "section-saved" },
    orderBy: { id: "asc" },
    select: { id: true, content: true },
  });
  const deliveries = await tx.fieldDelivery.findMany({ where: { visitId }, select: { receiptNo: true } });
  const delivered = new Set(deliveries.map(({ receiptNo }) => receiptNo));
  return saved.map(({ id, content }) => {
    const read = JSON.parse(content) as { answers: Saving["answers"]; signed?: true };
    const byForm = read.signed !== true && !delivered.has(id);
    return { receiptNo: receiptNumber(id), byForm, answers: read.answers };
  });
}

/** People know an earlier finding by its question. */
async function namingFindings(tx: Tx, items: readonly KeptItem[]): Promise<KeptItem[]> {
  const ids = items.flatMap(({ kind, part }) => (kind === "rechecks" && isId(part) ? [part] : []));
  const found = await tx.finding.findMany({
    where: { id: { in: ids } },
    select: { id: true, questionCode: true },
  });
  const codes = new Map(found.map(({ id, questionCode }) => [id, questionCode]));
  return items.map((item) =>
    item.kind === "rechecks" ? { ...item, part: codes.get(item.part) ?? "" } : item,
  );
}

/** What was to be said of a picture, or to become of it, leads to the picture where the visit has it. */
async function showingPictures(tx: Tx, visitId: string, items: readonly KeptItem[]): Promise<KeptItem[]> {
  const isOf = ({ kind }: KeptItem): boolean => kind === "captions" || kind === "removals";
  const asked = items.filter(isOf).map(({ sha256 }) => sha256);
  if (asked.length === 0) return [...items];
  const found = await tx.answerEvidence.findMany({
    where: { visitId, attachment: { sha256: { in: asked } } },
    select: { questionCode: true, attachmentId: true, attachment: { select: { sha256: true } } },
  });
  const ids = new Map(
    found.map((each) => [`${each.questionCode} ${each.attachment.sha256}`, each.attachmentId]),
  );
  return items.map((item) =>
    isOf(item) ? { ...item, attachmentId: ids.get(`${item.part} ${item.sha256}`) ?? null } : item,
  );
}
