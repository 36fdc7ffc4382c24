import { useTranslations } from "next-intl";

import { useEntryAct } from "@/components/journal/entry-sentence";
import { Sign } from "@/components/ui/sign";
import type { HistoryLine } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";

/** What was done to which record, and the number under which history keeps it. */
export function SavedNote({ receipt }: { receipt: HistoryLine }) {
  const words = useTranslations("common");
  const act = useEntryAct();
  const { number, at, fingerprint } = receipt;
  return (
    <div className="notice good" role="status">
      <strong>
        <Sign tone="good" /> {words("savedTitle")}
      </strong>
      <p>{act(receipt)}</p>
      <p className="small">{words("savedText", { number, at: formatInstant(at), fingerprint })}</p>
    </div>
  );
}
