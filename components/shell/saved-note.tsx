import { getTranslations } from "next-intl/server";

import { Sign } from "@/components/ui/sign";
import type { HistoryEntry } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";

/** What happened, and the number under which history keeps it. */
export async function SavedNote({ receipt }: { receipt: HistoryEntry }) {
  const words = await getTranslations("common");
  const { number, at, fingerprint } = receipt;
  return (
    <div className="notice good" role="status">
      <strong>
        <Sign tone="good" /> {words("savedTitle")}
      </strong>
      <p className="small">{words("savedText", { number, at: formatInstant(at), fingerprint })}</p>
    </div>
  );
}
