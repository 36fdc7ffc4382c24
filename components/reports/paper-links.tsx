import { useTranslations } from "next-intl";

import type { PaperLink } from "@/lib/reports/types";

/** Official papers to be opened in Word. A browser that is signed in fetches each at its address. */
export function PaperLinks({ papers }: { papers: readonly PaperLink[] }) {
  const words = useTranslations("reports");
  if (papers.length === 0) return null;
  return (
    <nav className="row no-print" aria-label={words("title")}>
      {papers.map(({ kind, href }) => (
        <a key={kind} className="button second" href={href}>
          {words(kind)}
        </a>
      ))}
    </nav>
  );
}
