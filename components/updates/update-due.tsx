import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import type { Update } from "@/lib/updates/types";

/** By when a document is to be up to date, since when it is, or for whom it waits. */
export function UpdateDue({ update }: { update: Update }) {
  const words = useTranslations("legal");
  const { state, doneOn, late, clock } = update;
  if (doneOn !== null) return <>{words("updateDone", { date: formatDate(doneOn) })}</>;
  if (state === "waiting" && clock.waitsFor) return <>{words(`waitsFor.${clock.waitsFor}`)}</>;
  if (clock.dueOn === null) return <>{words("updateNoDay")}</>;
  return (
    <>
      <span className={late ? "late" : undefined}>
        {words(late ? "updateLate" : "updateDue", { date: formatDate(clock.dueOn) })}
      </span>
      {clock.lawDueOn && ` (${words("updateLawDue", { date: formatDate(clock.lawDueOn) })})`}
    </>
  );
}
