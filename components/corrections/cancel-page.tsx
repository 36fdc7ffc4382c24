import { getTranslations } from "next-intl/server";

import { ConsequencesList } from "@/components/adoption/consequences-list";
import { entryName } from "@/components/corrections/entry-name";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { shownAs } from "@/lib/adoption/consequences/rules";
import type { Consequences } from "@/lib/adoption/consequences/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { pageOf, undoingOf, type Entry } from "@/lib/corrections/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type CancelPageProps = {
  agency: AgencyIdentity;
  entry: Entry;
  /** Is it for this reader to cancel? */
  mine: boolean;
  consequences: Consequences | null;
  action: FormAction;
  initial: FormState;
};

/** Cancels an entry that is wrong: what it is, what that changes, and why. */
export async function CancelPage({ agency, entry, mine, consequences, action, initial }: CancelPageProps) {
  const words = await getTranslations("corrections");
  const named = {
    corrections: words,
    adoption: await getTranslations("adoption"),
    reviews: await getTranslations("reviews"),
  };
  const undoing = undoingOf(entry.of);
  const say = (key: "title" | "intro" | "submit" | "reason" | "reasonHint"): string =>
    undoing === "entry" ? words(key) : words(`${undoing}.${key}`);
  const back = pageOf(entry.of, agency.code, entry.about);
  return (
    <div className="stack">
      <p>
        <a href={back}>{agency.name}</a>
      </p>
      <h1>{say("title")}</h1>
      <p>
        <strong>{entryName(entry, named)}</strong>
        {entry.on && `, ${formatDate(entry.on)}`}. {say("intro")}
      </p>
      {entry.of === "answer" && <p>{words("answerIntro")}</p>}
      {entry.of === "claim" && <p>{words("claimIntro")}</p>}
      {(entry.of === "document_approval" || entry.of === "policy_signature") && (
        <p>{words("approvalIntro")}</p>
      )}
      {consequences && <ConsequencesList consequences={consequences} />}
      {mine ? (
        <Form
          action={action}
          initial={initial}
          words={await formWords(say("submit"))}
          fields={[
            { kind: "hidden", name: "agencyId", value: agency.id },
            { kind: "hidden", name: "agencyCode", value: agency.code },
            { kind: "hidden", name: "of", value: entry.of },
            { kind: "hidden", name: "id", value: entry.id },
            { kind: "hidden", name: "about", value: entry.about },
            ...(consequences ? [{ kind: "read", name: "shown", value: shownAs(consequences) } as const] : []),
            {
              kind: "textarea",
              name: "reason",
              label: say("reason"),
              hint: say("reasonHint"),
              rows: 3,
            },
          ]}
        />
      ) : (
        <p className="notice">{words("others")}</p>
      )}
      <p>
        <a href={back}>{words(mine ? "keep" : "back")}</a>
      </p>
    </div>
  );
}
