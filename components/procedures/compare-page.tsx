import { useTranslations } from "next-intl";

import { Comparison } from "@/components/procedures/comparison";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";

export type ComparePageProps = { document: DocumentRecord; from: Revision; to: Revision };

/** Two revisions side by side, with what was taken out and what was put in. */
export function ComparePage({ document, from, to }: ComparePageProps) {
  const words = useTranslations("procedures");
  const name = (revision: Revision) =>
    words("number", { issue: revision.issueNo, revision: revision.revisionNo });
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("compareTitle", { code: document.code })}</h1>
      <p className="soft">{`${words("before")}: ${name(from)} → ${words("after")}: ${name(to)}`}</p>
      <Comparison before={from} after={to} />
    </div>
  );
}
