import { useTranslations } from "next-intl";

import { entryName } from "@/components/corrections/entry-name";
import type { CancelledEntry } from "@/lib/corrections/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";

/** All that it said, and its file: nothing of what was recorded is lost. */
function Whole({ entry: { said = [], fileId } }: { entry: CancelledEntry }) {
  const words = useTranslations("corrections");
  const reviews = useTranslations("reviews");
  if (said.length === 0 && !fileId) return null;
  return (
    <details>
      <summary>{words("whole")}</summary>
      <div className="stack-close">
        {said.map(({ part, text }) => (
          <p key={`${part} ${text}`} className="prose">
            {part === "text" ? text : `${reviews(part)}: ${text}`}
          </p>
        ))}
        {fileId && (
          <p>
            <a href={`/files/${fileId}`}>{words("wholeFile")}</a>
          </p>
        )}
      </div>
    </details>
  );
}

/** What was entered wrongly and cancelled: struck through, with who, when and why. */
export function CancelledEntries({ cancelled }: { cancelled: readonly CancelledEntry[] }) {
  const words = useTranslations("corrections");
  const named = {
    corrections: words,
    adoption: useTranslations("adoption"),
    reviews: useTranslations("reviews"),
  };
  if (cancelled.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("cancelledTitle")}</h2>
      <ul className="plain stack">
        {cancelled.map((entry) => (
          <li key={entry.id}>
            <span className="visually-hidden">{words("cancelledMark")} </span>
            <del>
              {entryName(entry, named)}
              {entry.on && `, ${formatDate(entry.on)}`}
            </del>
            <div className="small soft">
              {words("cancelledBy", { name: entry.by, at: formatInstant(entry.at) })}{" "}
              {words("because", { reason: entry.reason })}
            </div>
            <Whole entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
