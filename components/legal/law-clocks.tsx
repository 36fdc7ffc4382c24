import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import type { LegalTerm, UpperStep } from "@/lib/legal/clocks/types";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";

const basisOf = ({ law, provision }: LegalTerm): string => `${provisionText(provision)} ${shortName(law)}`;

function Step({ step }: { step: UpperStep }) {
  const words = useTranslations("legal");
  const { level, due, doneOn, daysLate } = step;
  const done = doneOn ? words("clockDone", { date: formatDate(doneOn) }) : words("clockNotDone");
  return (
    <li>
      {due ? words(`clock.${level}`, { date: formatDate(due.on) }) : words(`clockOf.${level}`)}. {done}
      {daysLate > 0 && (
        <>
          , <span className="late">{words("clockLate", { days: daysLate })}</span>
        </>
      )}
      .{" "}
      <span className="soft small">
        {due ? words("clockBasis", { basis: basisOf(due.term) }) : words("noTerm")}
      </span>
    </li>
  );
}

/** The steps that a document of law sets going: by when, by which article, and who holds up whom for how long. */
export function LawClocks({ steps, term }: { steps: readonly UpperStep[]; term: LegalTerm | null }) {
  const words = useTranslations("legal");
  return (
    <section className="stack">
      <h2>{words("clocks")}</h2>
      <ul className="stack-close">
        {steps.map((step) => (
          <Step key={step.level} step={step} />
        ))}
        <li>
          {term ? (
            <>
              {words(`applies.${term.unit}`, { amount: term.amount })}.{" "}
              <span className="soft small">{words("clockBasis", { basis: basisOf(term) })}</span>
            </>
          ) : (
            words("noTerm")
          )}
        </li>
      </ul>
    </section>
  );
}
