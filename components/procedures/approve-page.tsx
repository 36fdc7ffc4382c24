import { getTranslations } from "next-intl/server";

import { DraftText } from "@/components/submissions/draft-text";
import { signedScan } from "@/components/submissions/signed-scan";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { Signer } from "@/lib/appointments/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { stageOf, stageShown } from "@/lib/submissions/rules";
import { recordAddress, submissionAddress, type DraftReading } from "@/lib/submissions/types";

type Props = { draft: DraftReading; today: PlainDate; action: FormAction; initial: FormState };

const daysUntilReview = 365;

type Words = Awaited<ReturnType<typeof getTranslations<"procedures">>>;

const ofDraft = ({ id, version }: DraftReading): Field[] => [
  { kind: "hidden", name: "documentId", value: id },
  { kind: "read", name: "version", value: String(version) },
];

const shownOf = ({ submission }: DraftReading): Field => ({
  ...{ kind: "read", name: "shown" },
  value: stageShown(submission),
});

const inForce = (words: Words, today: PlainDate): Field[] => [
  {
    kind: "date",
    name: "effectiveOn",
    label: words("effectiveOn"),
    hint: words("effectiveHint"),
    value: formatDate(today),
  },
  {
    kind: "date",
    name: "reviewDueOn",
    label: words("reviewDueOn"),
    hint: words("dateHint"),
    value: formatDate(addDays(today, daysUntilReview)),
  },
];

/** The head reads what changes and the whole text, and approves it or returns it. */
export async function ApprovePage({ draft, today, action, initial }: Props) {
  const words = await getTranslations("procedures");
  const submissions = await getTranslations("submissions");
  const waiting = stageOf(draft.submission) === "waiting";
  return (
    <div className="stack">
      <p>
        <a href={recordAddress(draft)}>{draft.name}</a>
      </p>
      <h1>{words("approveTitle", { code: draft.name })}</h1>
      <DraftText draft={draft} />
      <section className="stack">
        <h2>{words("approve")}</h2>
        <p>{words("approveIntro", { date: formatDate(today) })}</p>
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("approve"))}
          fields={[...ofDraft(draft), shownOf(draft), ...inForce(words, today)]}
        />
        {waiting && (
          <p>
            <a className="button second" href={submissionAddress("return", draft)}>
              {submissions("return.act")}
            </a>
          </p>
        )}
      </section>
    </div>
  );
}

/** Records what was approved on paper, with its scan. */
export async function ApprovalRecordPage({
  draft,
  signers,
  today,
  action,
  initial,
}: Props & { signers: readonly Signer[] }) {
  const words = await getTranslations("procedures");
  const appointments = await getTranslations("appointments");
  const held = ({ title, from, to }: Signer["terms"][number]): string => {
    const days = { from: formatDate(from), to: to ? formatDate(addDays(to, -1)) : "" };
    return `${title} ${appointments(to ? "fromTo" : "fromOn", days)}`;
  };
  return (
    <div className="stack">
      <p>
        <a href={recordAddress(draft)}>{draft.name}</a>
      </p>
      <h1>{words("recordTitle", { code: draft.name })}</h1>
      <p>{words("recordIntro")}</p>
      <DraftText draft={draft} />
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("recordSubmit"))}
        fields={[
          ...ofDraft(draft),
          {
            kind: "radios",
            name: "approverId",
            label: words("approver"),
            options: signers.map(({ personId, name, terms }) => ({
              value: personId,
              label: name,
              hint: terms.map(held).join("; "),
            })),
          },
          {
            kind: "date",
            name: "approvedOn",
            label: words("approvedOn"),
            hint: words("dateHint"),
            value: formatDate(today),
          },
          ...inForce(words, today),
          await signedScan(),
        ]}
      />
    </div>
  );
}
