import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Rebuilds the page for another day; a plain form, so that it works everywhere. */
export function AsOfForm({ on, action }: { on: PlainDate; action: string }) {
  const words = useTranslations("common");
  return (
    <form method="get" action={action} className="as-of no-print">
      <label htmlFor="as-of">{words("asOfLabel")}</label>
      <input
        className="input narrow"
        id="as-of"
        name="on"
        inputMode="numeric"
        defaultValue={formatDate(on)}
      />
      <button className="button second">{words("asOfSubmit")}</button>
    </form>
  );
}
