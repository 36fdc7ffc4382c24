import { getTranslations } from "next-intl/server";

import { EarlyNote } from "@/components/audits/early-note";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { findingsLeft } from "@/lib/visits/rechecks/rules";
import type { VisitFinding, VisitRecord } from "@/lib/visits/types";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { untouched, type FormAction, type FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { requirementText } from "@/lib/legal/rules";

export type RecheckPageProps = {
  visit: VisitRecord;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

async function fieldsOf(visit: VisitRecord, { id }: VisitFinding): Promise<Field[]> {
  const words = await getTranslations("audits");
  const names = await getTranslations("findings");
  const recheck = visit.rechecks[id];
  return [
    { kind: "hidden", name: "visitId", value: visit.id },
    { kind: "hidden", name: "findingId", value: id },
    { kind: "edited", name: "version", value: String(recheck?.version ?? 0) },
    {
      kind: "radios",
      name: "outcome",
      label: words("recheckOutcome"),
      ...(recheck && { value: recheck.outcome }),
      options: recheckOutcomes.map((value) => ({ value, label: names(`recheck.${value}`) })),
    },
    {
      kind: "textarea",
      name: "note",
      label: words("recheckNote"),
      hint: words("recheckNoteHint"),
      value: recheck?.note ?? "",
      rows: 3,
      optional: true,
    },
  ];
}

/** One earlier finding with its form: what it was, until when, and what is seen of it now. */
async function Earlier({
  visit,
  finding,
  action,
  initial,
}: Omit<RecheckPageProps, "today"> & { finding: VisitFinding }) {
  const words = await getTranslations("audits");
  const names = await getTranslations("findings");
  const { id, questionCode, evidence, reference, scope, severity, raisedOn, dueOn, correctedOn } = finding;
  const facts = [
    names(`severity.${severity}`),
    ...(reference === "" ? [] : [reference]),
    requirementText(finding),
    scope,
    words("recheckRaised", { date: formatDate(raisedOn) }),
    ...(correctedOn ? [names("seenCorrected", { date: formatDate(correctedOn) })] : []),
    dueOn ? words("dueOn", { date: formatDate(dueOn) }) : words("noDue"),
  ];
  return (
    <section className="stack" id={`finding-${id}`} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>{names("heading", { code: questionCode })}</h2>
      <p>
        <a href={`/findings/${id}`}>{evidence}</a>
      </p>
      <p className="soft">{facts.join(" · ")}</p>
      <Form
        action={action}
        second
        initial={initial.values["findingId"] === id ? initial : untouched}
        words={await formWords(words("recheckSave"))}
        fields={await fieldsOf(visit, finding)}
      />
    </section>
  );
}

/** Findings of earlier visits, before anything else: corrected, partly, not. */
export async function RecheckPage({ visit, today, action, initial }: RecheckPageProps) {
  const words = await getTranslations("audits");
  const total = visit.openBefore.length;
  const done = total - findingsLeft(visit.openBefore, visit.rechecks).length;
  const first = visit.checklist.groups[0]?.code ?? "";
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/audits/${visit.id}`}>‹ {visit.agencyName}</a>
        </p>
        <h1>{words("recheckTask")}</h1>
        <EarlyNote visit={visit} today={today} />
        <p>{total === 0 ? words("noneOpenBefore") : words("recheckIntro")}</p>
        {total > 0 && <p className="soft">{words("recheckProgress", { done, total })}</p>}
      </div>
      {visit.openBefore.map((finding) => (
        <Earlier key={finding.id} visit={visit} finding={finding} action={action} initial={initial} />
      ))}
      <p>
        <a className="button second" href={`/audits/${visit.id}/${first}`}>
          {words("toSections")}
        </a>
      </p>
    </div>
  );
}
