import { useTranslations } from "next-intl";

import { Comparison } from "@/components/procedures/comparison";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";

export type ComparePageProps = { document: DocumentRecord; from: Revision; to: Revision };

/** Two revisions of a document. */
export function ComparePage({ document, from, to }: ComparePageProps) {
  const words = useTranslations("procedures");
  const named = (side: "before" | "after", { issueNo, revisionNo, title, body }: Revision) => ({
    name: `${words(side)}: ${words("number", { issue: issueNo, revision: revisionNo })}`,
    text: `${title}\n${body}`,
  });
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("compareTitle", { code: document.code })}</h1>
      <Comparison before={named("before", from)} after={named("after", to)} />
    </div>
  );
}
