import { getTranslations } from "next-intl/server";

import type { VisitRecord } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type EarlyNoteProps = { visit: Pick<VisitRecord, "plannedOn">; today: PlainDate };

/** Before the day planned: recording is possible, and it is said that it is early. */
export async function EarlyNote({ visit: { plannedOn }, today }: EarlyNoteProps) {
  const words = await getTranslations("audits");
  return today < plannedOn ? (
    <p className="notice watch">
      {words("early", { date: formatDate(plannedOn), today: formatDate(today) })}
    </p>
  ) : null;
}
