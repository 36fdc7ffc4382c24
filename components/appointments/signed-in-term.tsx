import { useTranslations } from "next-intl";

import { Fold } from "@/components/ui/fold";
import { seenAs } from "@/lib/appointments/signatures/rules";
import type { TermSignature } from "@/lib/appointments/signatures/types";
import type { Field } from "@/components/ui/form-fields";
import { formatDate } from "@/lib/kernel/format";

/** So many stand open; what was signed earlier is seldom outside a term that ends. */
const shown = 5;

export type SignedProps = {
  agencyCode: string;
  signed: readonly TermSignature[];
  /** May its reader open what was signed? */
  mayRead: boolean;
  /** Is the whole term about to be cancelled, and not only ended? */
  whole?: boolean;
};

function Lines({ agencyCode, signed, mayRead }: SignedProps) {
  const words = useTranslations("appointments.signed");
  return (
    <ul>
      {signed.map(({ kind, id, record, label, on }) => {
        const said = words(kind, { label, date: formatDate(on) });
        const href = kind === "document" ? `/documents/${record}` : `/agencies/${agencyCode}/policy`;
        return <li key={id}>{mayRead ? <a href={href}>{said}</a> : said}</li>;
      })}
    </ul>
  );
}

/** What this person approved and signed in the term, the last first: before its end is recorded, or it is cancelled. */
export function SignedInTerm(props: SignedProps) {
  const words = useTranslations("appointments.signed");
  const { signed, whole = false } = props;
  if (signed.length === 0) return null;
  return (
    <div className="notice watch">
      <p>{words(whole ? "titleWhole" : "title", { count: signed.length })}</p>
      <Lines {...props} signed={signed.slice(0, shown)} />
      {signed.length > shown && (
        <Fold label={words("earlier", { n: signed.length - shown })}>
          <Lines {...props} signed={signed.slice(shown)} />
        </Fold>
      )}
    </div>
  );
}

/** The question to whoever ends or cancels it all the same. */
export const knownField = (
  signed: readonly TermSignature[],
  words: { label: string; hint: string; yes: string },
): Field[] =>
  signed.length === 0
    ? []
    : [
        {
          ...{ kind: "checkboxes", name: "known", label: words.label, hint: words.hint, optional: true },
          options: [{ value: seenAs(signed), label: words.yes }],
          value: [],
        },
      ];
