import { keptItemOf } from "@/lib/audits/kept/rules";
import type { KeptItem } from "@/lib/audits/kept/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { isId } from "@/lib/kernel/ids";

/** What was sent of a visit and stands beside its record, the oldest first: for those who audit, and who lead them. */
export async function listKept(viewer: Viewer, visitId: string): Promise<KeptItem[]> {
  if (!may(viewer, "audits.plan") || !isId(visitId)) return [];
  const entries = await asViewer(viewer, (tx) =>
    tx.journalEntry.findMany({
      where: { entity: "visit", entityId: visitId, action: { in: ["item-kept", "item-put-away"] } },
      orderBy: { id: "asc" },
      select: { id: true, action: true, at: true, actorName: true, content: true },
    }),
  );
  return entries.flatMap(({ id, content, ...entry }) => {
    const read = JSON.parse(content) as Record<string, Value>;
    return keptItemOf({ ...entry, number: receiptNumber(id), content: read }) ?? [];
  });
}
