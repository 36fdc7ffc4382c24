import { useTranslations } from "next-intl";

import { ProcedureMarks, ProcedureState } from "@/components/catalogue/procedure-line";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure } from "@/lib/catalogue/types";

/** Which procedures a document carries, and where each stands today. */
export function CarriedSection({
  documentId,
  carried,
  mayRecord,
}: {
  documentId: string;
  carried: readonly Procedure[];
  mayRecord: boolean;
}) {
  const words = useTranslations("catalogue");
  return (
    <section className="stack" id="procedures">
      <h2>{words("carried")}</h2>
      {carried.length === 0 && <p className="soft">{words("carriedNone")}</p>}
      {carried.length > 0 && (
        <ul className="stack-close">
          {carried.map((each) => (
            <li key={each.id}>
              {procedureName(each)} <ProcedureMarks procedure={each} /> <ProcedureState procedure={each} />
            </li>
          ))}
        </ul>
      )}
      {mayRecord && (
        <p>
          <a href={`/documents/${documentId}/carries`}>
            {words(carried.length === 0 ? "carriedRecord" : "carriedCorrect")}
          </a>
        </p>
      )}
    </section>
  );
}
