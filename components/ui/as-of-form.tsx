import { useTranslations } from "next-intl";

import { Fold } from "@/components/ui/fold";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

const faultId = "as-of-fault";

/** Why the page speaks of another day than the one that was typed. */
export function AsOfFault({ asked: { on, typed, fault } }: { asked: AskedDay }) {
  const words = useTranslations("common");
  if (!fault) return null;
  return (
    <p className="notice bad" role="alert" id={faultId}>
      {words(`asOfFault.${fault}`, { typed: typed ?? "", date: formatDate(on) })}
    </p>
  );
}

/** Rebuilds the page for another day; a plain form, so that it works everywhere. */
export function AsOfForm({ asked, action }: { asked: AskedDay; action: string }) {
  const words = useTranslations("common");
  const { on, typed, fault } = asked;
  return (
    <>
      <Fold
        label={words("asOfFold", { date: formatDate(on) })}
        open={fault !== null}
        className="as-of-fold no-print"
      >
        <form method="get" action={action} className="as-of">
          <label htmlFor="as-of">{words("asOfLabel")}</label>
          <input
            className="input narrow"
            id="as-of"
            name="on"
            inputMode="numeric"
            defaultValue={typed ?? formatDate(on)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? faultId : undefined}
          />
          <button className="button second">{words("asOfSubmit")}</button>
        </form>
      </Fold>
      <AsOfFault asked={asked} />
    </>
  );
}
