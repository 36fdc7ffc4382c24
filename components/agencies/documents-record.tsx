import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { documentTone } from "@/lib/procedures/labels";
import { documentsOf, summaryOf } from "@/lib/procedures/rules";
import { requiredStates, type DocumentSet } from "@/lib/procedures/types";

/** How many of the required documents are in force, being written, missing; the missing ones by name. */
export function DocumentsRecord({ set }: { set: DocumentSet }) {
  const words = useTranslations("agencies");
  const { done, total, counts, missing } = summaryOf(set.items);
  const outside = documentsOf(set).filter((line) => line.outside);
  return (
    <>
      <p>{words("documentsSentence", { done, total, designation: set.designation })}</p>
      <p className="row row-close">
        {requiredStates
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <Tag key={state} tone={documentTone[state]}>
              {words(`documentsCount.${state}`, { n: counts[state] })}
            </Tag>
          ))}
      </p>
      {outside.length > 0 && (
        <p className="notice watch">
          {words("documentsOutside", {
            names: outside.map(({ code, title }) => `${code} ${title}`).join("; "),
          })}
        </p>
      )}
      {missing.length > 0 && (
        <p className="small">
          {words("documentsMissing", {
            names: missing.map(({ title, clause }) => `${title} (${clause})`).join("; "),
          })}
        </p>
      )}
    </>
  );
}
