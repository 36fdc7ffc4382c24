import { getTranslations } from "next-intl/server";

import { SubmissionNote } from "@/components/submissions/submission-note";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { FormAction, FormState } from "@/lib/gate/types";
import { firstChange } from "@/lib/procedures/rules";
import type { DocumentRecord } from "@/lib/procedures/types";
import { stageOf } from "@/lib/submissions/rules";

export type EditPageProps = { document: DocumentRecord; action: FormAction; initial: FormState };

/** A document that was never issued has no change log: it is not asked for one. */
const neverIssued: Field[] = Object.entries(firstChange).map(([name, value]) => ({
  kind: "hidden",
  name,
  value,
}));

/** Starts a revision from the newest text, or goes on with the one under way. */
export async function EditPage({ document, action, initial }: EditPageProps) {
  const words = await getTranslations("procedures");
  const submissions = await getTranslations("submissions");
  const waiting = stageOf(document.submission) === "waiting";
  const draft = document.revisions.find((revision) => revision.approvedOn === null);
  const base = draft ?? document.revisions[0];
  const issued = document.revisions.some((revision) => revision.approvedOn !== null);
  const asked = (name: keyof typeof firstChange) => ({
    name,
    label: words(name),
    value: draft?.[name] ?? "",
  });
  const log: Field[] = [
    { kind: "text", ...asked("changeRequest"), hint: words("changeRequestHint") },
    { kind: "text", ...asked("changePlace") },
    { kind: "textarea", ...asked("changeSummary"), rows: 3 },
  ];
  const newIssue: Field = {
    kind: "radios",
    name: "newIssue",
    label: words("newIssue"),
    value: "",
    options: [
      { value: "", label: words("newIssueNo") },
      { value: "1", label: words("newIssueYes") },
    ],
  };
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{`${document.code} ${base?.title ?? ""}`}</a>
      </p>
      <h1>{words("editTitle", { code: document.code })}</h1>
      {document.submission && <SubmissionNote submission={document.submission} />}
      {waiting ? (
        <p>{submissions("held")}</p>
      ) : (
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("saveDraft"))}
          fields={[
            { kind: "hidden", name: "documentId", value: document.id },
            { kind: "edited", name: "version", value: String(draft?.version ?? 0) },
            { kind: "text", name: "title", label: words("titleLabel"), value: base?.title ?? "" },
            {
              kind: "textarea",
              name: "body",
              label: words("body"),
              hint: words("bodyHint"),
              value: base?.body ?? "",
              rows: 18,
            },
            ...(issued ? log : neverIssued),
            ...(draft || !issued ? [] : [newIssue]),
          ]}
        />
      )}
    </div>
  );
}
