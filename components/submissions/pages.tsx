import { getTranslations } from "next-intl/server";

import { DraftText } from "@/components/submissions/draft-text";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { stageOf, stageShown } from "@/lib/submissions/rules";
import { recordAddress, type DraftReading } from "@/lib/submissions/types";

type Props = { agency: AgencyIdentity; draft: DraftReading; action: FormAction; initial: FormState };

const ofDraft = ({ agency, draft }: Props): Field[] => [
  { kind: "hidden", name: "agencyId", value: agency.id },
  { kind: "hidden", name: "agencyCode", value: agency.code },
  { kind: "hidden", name: "of", value: draft.of },
  { kind: "hidden", name: "id", value: draft.id },
  { kind: "read", name: "version", value: String(draft.version) },
  { kind: "read", name: "shown", value: stageShown(draft.submission) },
];

/** Puts a draft before the head, as it is read here. */
export async function SubmitPage(props: Props) {
  const { draft, action, initial } = props;
  const words = await getTranslations("submissions.submit");
  const back = recordAddress(draft);
  const waiting = stageOf(draft.submission) === "waiting";
  return (
    <div className="stack">
      <p>
        <a href={back}>{draft.name || words("policy")}</a>
      </p>
      <h1>{words(`title.${draft.of}`, { name: draft.name })}</h1>
      {!waiting && <p>{words("intro")}</p>}
      <DraftText draft={draft} />
      {!waiting && (
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("act"))}
          fields={[
            ...ofDraft(props),
            {
              kind: "textarea",
              name: "note",
              label: words("note"),
              hint: words("noteHint"),
              rows: 3,
              optional: true,
            },
          ]}
        />
      )}
    </div>
  );
}

/** Returns what waits, with a note on what is wanting. */
export async function ReturnPage(props: Props) {
  const { draft, action, initial } = props;
  const words = await getTranslations("submissions.return");
  return (
    <div className="stack">
      <p>
        <a href={recordAddress(draft)}>{draft.name || words("policy")}</a>
      </p>
      <h1>{words(`title.${draft.of}`, { name: draft.name })}</h1>
      <p>{words("intro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("act"))}
        fields={[
          ...ofDraft(props),
          { kind: "textarea", name: "note", label: words("note"), hint: words("noteHint"), rows: 4 },
        ]}
      />
      <DraftText draft={draft} />
    </div>
  );
}
