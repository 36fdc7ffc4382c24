import { useTranslations } from "next-intl";

import type { PaperLink, SignatoryChoice } from "@/lib/reports/types";

type Props = { papers: readonly PaperLink[]; signatories?: readonly SignatoryChoice[] };

/** Papers that somebody signs for the lead agency: minutes are signed by those who were there. */
const isSigned = ({ kind }: PaperLink): boolean => kind === "notice" || kind === "plan" || kind === "summary";

/** The same papers in the name of somebody else who may sign: one choice, a button for each paper. */
function SignedByAnother({ papers, signatories }: Required<Props>) {
  const words = useTranslations("reports");
  return (
    <details className="no-print">
      <summary>{words("signedByAnother")}</summary>
      <form method="get" className="filters">
        <div>
          <label className="label" htmlFor="signatory">
            {words("signatory")}
          </label>
          <select className="input" id="signatory" name="signatory">
            {signatories.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {papers.map(({ kind, href }) => (
          <button key={href} className="button second" formAction={href}>
            {words(kind)}
          </button>
        ))}
      </form>
    </details>
  );
}

/** Official papers to be opened in Word. A browser that is signed in fetches each at its address. */
export function PaperLinks({ papers, signatories = [] }: Props) {
  const words = useTranslations("reports");
  const signed = papers.filter(isSigned);
  if (papers.length === 0) return null;
  return (
    <>
      <nav className="row no-print" aria-label={words("title")}>
        {papers.map(({ kind, href, number = 0 }) => (
          <a key={href} className="button second" href={href}>
            {words(kind, { number })}
          </a>
        ))}
      </nav>
      {signed.length > 0 && signatories.length > 1 && (
        <SignedByAnother papers={signed} signatories={signatories} />
      )}
    </>
  );
}
