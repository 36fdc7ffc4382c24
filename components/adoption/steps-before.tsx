import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import type { Prospect } from "@/lib/adoption/declarations/types";
import { formatDate } from "@/lib/kernel/format";

/** What comes before a declaration, in its order: what has been done, what is missing, and the way to record the next. */
export function StepsBefore({ code, prospect }: { code: string; prospect: Prospect }) {
  const words = useTranslations("adoption");
  const { steps, next, open } = prospect;
  const missing = steps.filter(({ on }) => on === null).length;
  return (
    <section className="stack">
      <h2>{words("stepsTitle")}</h2>
      {!open && <p className="notice watch">{words("stepsLeft", { count: missing })}</p>}
      <ol className="stack">
        {steps.map(({ kind, on }) => (
          <li key={kind}>
            {words(`milestone.${kind}`)}{" "}
            {on ? <Tag tone="good">{formatDate(on)}</Tag> : <Tag tone="bad">{words("stepMissing")}</Tag>}{" "}
            {kind === next && (
              <a href={`/agencies/${code}/milestones/new?kind=${kind}`}>
                {words("recordStep")}
                <span className="visually-hidden">: {words(`milestone.${kind}`)}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
