import { keptItemOf } from "@/lib/fieldwork/kept/rules";
import type { KeptItem } from "@/lib/fieldwork/kept/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { isId } from "@/lib/kernel/ids";

/** What was sent of a visit and stands beside its record, the oldest first: for those who audit, and who lead them. */
export async function listKept(viewer: Viewer, visitId: string): Promise<KeptItem[]> {
  if (!may(viewer, "audits.plan") || !isId(visitId)) return [];
  return asViewer(viewer, async (tx) => {
    const entries = await tx.journalEntry.findMany({
      where: { entity: "visit", entityId: visitId, action: { in: ["item-kept", "item-put-away"] } },
      orderBy: { id: "asc" },
      select: { id: true, action: true, at: true, actorName: true, content: true },
    });
    const deliveries = await tx.fieldDelivery.findMany({
      where: { visitId, receiptNo: { in: entries.map(({ id }) => id) } },
      select: { receiptNo: true, clockFast: true },
    });
    const clocks = new Map(deliveries.map(({ receiptNo, clockFast }) => [receiptNo, clockFast]));
    const items = entries.flatMap(({ id, content, ...entry }) => {
      const read = JSON.parse(content) as Record<string, Value>;
      const clockFast = clocks.get(id) ?? null;
      return keptItemOf({ ...entry, number: receiptNumber(id), content: read, clockFast }) ?? [];
    });
    return showingPictures(tx, visitId, await namingFindings(tx, items));
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
