import { getTranslations } from "next-intl/server";

import { ConsequencesList } from "@/components/adoption/consequences-list";
import { entryName } from "@/components/corrections/entry-name";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Consequences } from "@/lib/adoption/consequences/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { pageOf, undoingOf, type Entry, type Moved } from "@/lib/corrections/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";

export type CancelPageProps = {
  agency: AgencyIdentity;
  entry: Entry;
  /** Is it for this reader to cancel? */
  mine: boolean;
  consequences: Consequences | null;
  moved: readonly Moved[];
  /** Is there a text of before that comes into force again? */
  hasEarlier: boolean;
  /** By what the form tells that this was shown. */
  shown: string;
  /** Why nobody can cancel it any more, where that is so. */
  past: Problem | null;
  action: FormAction;
  initial: FormState;
};

/** What else follows from cancelling entries of some kinds. */
async function Intro({ of, hasEarlier }: Pick<Entry, "of"> & Pick<CancelPageProps, "hasEarlier">) {
  const words = await getTranslations("corrections");
  if (of === "answer") return <p>{words("answerIntro")}</p>;
  if (of === "claim") return <p>{words("claimIntro")}</p>;
  if (of !== "document_approval" && of !== "policy_signature") return null;
  const first = of === "document_approval" ? "firstDocument" : "firstPolicy";
  return <p>{words(`approvalIntro.${hasEarlier ? "earlier" : first}`)}</p>;
}

/** Why an entry is not for its reader to cancel: it is past that, or it is another's. */
async function NotToCancel({ past }: Pick<CancelPageProps, "past">) {
  const words = await getTranslations("corrections");
  const problems = await getTranslations("problems");
  return <p className="notice">{past ? problems(past.code, past.values ?? {}) : words("others")}</p>;
}

/** By when something is to be reviewed, where that changes. */
async function MovedList({ moved }: Pick<CancelPageProps, "moved">) {
  const words = await getTranslations("corrections");
  if (moved.length === 0) return null;
  const day = (on: PlainDate | null) => (on ? formatDate(on) : words("moved.none"));
  return (
    <div className="notice">
      <strong>{words("moved.title")}</strong>
      <ul>
        {moved.map(({ what, before, after }) => (
          <li key={what}>{words(`moved.${what}`, { before: day(before), after: day(after) })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Cancels an entry that is wrong: what it is, what that changes, and why. */
export async function CancelPage(props: CancelPageProps) {
  const { agency, entry, mine, consequences, moved, hasEarlier, shown, past, action, initial } = props;
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
        {entry.on && `, ${formatDate(entry.on)}`}. {!past && say("intro")}
      </p>
      {!past && <Intro of={entry.of} hasEarlier={hasEarlier} />}
      {consequences && <ConsequencesList consequences={consequences} />}
      <MovedList moved={moved} />
      {mine && !past ? (
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
            { kind: "read", name: "shown", value: shown },
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
        <NotToCancel past={past} />
      )}
      <p>
        <a href={back}>{words(mine && !past ? "keep" : "back")}</a>
      </p>
    </div>
  );
}
