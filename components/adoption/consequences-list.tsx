import { useTranslations } from "next-intl";

import { consequenceLines } from "@/components/adoption/consequence-lines";
import type { Consequences } from "@/lib/adoption/consequences/types";

/** What an act changes at once, said before it is done. */
export function ConsequencesList({ consequences }: { consequences: Consequences }) {
  const words = useTranslations("adoption");
  const lines = consequenceLines(words, consequences);
  return (
    <div className="notice">
      <strong>{words("consequences.title")}</strong>
      {lines.length === 0 ? (
        <p>{words("consequences.none")}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
