import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { recheckTone } from "@/lib/findings/rechecks/labels";
import type { FindingRecheck } from "@/lib/findings/rechecks/types";
import { formatDate } from "@/lib/kernel/format";

/** One look at the finding on a later visit. */
export function RecheckItem({ recheck }: { recheck: FindingRecheck }) {
  const words = useTranslations("findings");
  const { outcome, note, visitId, on } = recheck;
  return (
    <article className="stack turn">
      <h3>
        <a href={`/audits/${visitId}`}>{words("recheckedOn", { date: formatDate(on) })}</a>
      </h3>
      <p>
        <Tag tone={recheckTone[outcome]}>{words(`recheck.${outcome}`)}</Tag> {note}
      </p>
    </article>
  );
}

/** What later visits saw of the finding, the newest first: evidence for who verifies its effectiveness. */
export function FindingRechecks({ rechecks }: { rechecks: readonly FindingRecheck[] }) {
  const words = useTranslations("findings");
  if (rechecks.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("rechecksTitle")}</h2>
      <p className="soft">{words("rechecksNote")}</p>
      {rechecks.toReversed().map((recheck) => (
        <RecheckItem key={recheck.visitId} recheck={recheck} />
      ))}
    </section>
  );
}
