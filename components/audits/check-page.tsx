import { getTranslations } from "next-intl/server";

import { Photos } from "@/components/audits/photos";
import { hoursFields } from "@/components/audits/hours-fields";
import { Rechecks } from "@/components/audits/rechecks";
import { representativeFields } from "@/components/audits/representative-fields";
import { FinaliseForm } from "@/components/audits/finalise-form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { Tag } from "@/components/ui/tag";
import { outcomeTone } from "@/lib/visits/labels";
import { findingsLeft, savesOf } from "@/lib/visits/rechecks/rules";
import {
  basisOf,
  proposedSeverity,
  questionAddress,
  questionsLeft,
  questionsOf,
  nonconformingQuestions,
  requirementAsked,
} from "@/lib/checklists/rules";
import type { VisitRecord } from "@/lib/visits/types";
import { dueDate } from "@/lib/findings/terms/rules";
import type { CorrectionTerm } from "@/lib/findings/terms/types";
import { severities } from "@/lib/findings/types";
import type { Collision } from "@/lib/fieldwork/kept/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type CheckPageProps = {
  visit: VisitRecord;
  terms: readonly CorrectionTerm[];
  collisions: readonly Collision[];
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

async function findingFields({ visit, terms, today }: CheckPageProps, code: string): Promise<Field[]> {
  const words = await getTranslations("audits");
  const names = await getTranslations("findings");
  const question = visit.checklist.questions.find((each) => each.code === code);
  const answer = visit.answers[code] ?? { outcome: "not_conforming" as const, note: "" };
  const severity = proposedSeverity(answer.outcome, question?.gate ?? false);
  const asked = requirementAsked(question, { ...visit.scope, designation: visit.designation });
  const due = dueDate(terms, severity, today);
  return [
    {
      kind: "heading",
      name: `heading.${code}`,
      label: words("findingTitle", { code }),
      ...(question && { hint: question.text }),
    },
    { kind: "hidden", name: `asked.${code}`, value: asked },
    {
      kind: "select",
      name: `severity.${code}`,
      label: words("severityOf", { code }),
      value: severity,
      options: severities.map((value) => ({ value, label: names(`severity.${value}`) })),
    },
    {
      kind: "textarea",
      name: `evidence.${code}`,
      label: words("evidenceOf", { code }),
      hint: words("evidenceFieldHint"),
      value: answer.note,
      rows: 3,
    },
    {
      kind: "text",
      name: `reference.${code}`,
      label: words("referenceOf", { code }),
      hint: words("referenceHint"),
    },
    {
      kind: "text",
      name: `requirement.${code}`,
      label: words("requirementOf", { code }),
      hint: words("requirementHint"),
      value: asked,
    },
    { kind: "text", name: `scope.${code}`, label: words("scopeOf", { code }), hint: words("scopeHint") },
    {
      kind: "date",
      name: `dueOn.${code}`,
      label: words("dueOf", { code }),
      hint: words("dueHint"),
      ...(due ? { value: formatDate(due) } : {}),
    },
    {
      kind: "textarea",
      name: `statement.${code}`,
      label: words("statementOf", { code }),
      hint: words("statementOfHint"),
      optional: true,
      rows: 2,
    },
  ];
}

/** Who of the team is there: all of them as planned, until somebody is unticked. */
async function presentField({ team }: VisitRecord): Promise<Field> {
  const words = await getTranslations("audits");
  return {
    kind: "checkboxes",
    name: "present",
    label: words("present"),
    hint: words("presentHint"),
    value: team.map(({ personId }) => personId),
    options: team.map(({ personId, name, duty }) => ({
      value: personId,
      label: `${name}, ${words(`duties.${duty}`).toLowerCase()}`,
    })),
  };
}

/** Who signs in the place of a leader who is not there. */
async function signerField({ team }: VisitRecord): Promise<Field[]> {
  const words = await getTranslations("audits");
  const programme = await getTranslations("programme");
  const others = team.filter(({ duty }) => duty !== "leader");
  if (others.length === 0 || others.length === team.length) return [];
  return [
    {
      kind: "select",
      name: "signer",
      label: words("signer"),
      hint: programme("signerHint"),
      optional: true,
      value: "",
      options: [
        { value: "", label: others.some(({ duty }) => duty === "deputy") ? programme("signerDeputy") : "–" },
        ...others.map(({ personId, name, duty }) => ({
          value: personId,
          label: `${name}, ${words(`duties.${duty}`).toLowerCase()}`,
        })),
      ],
    },
  ];
}

/** Check answers: everything that was said, what is still missing, each shortcoming written out, then the act. */
export async function CheckPage(props: CheckPageProps) {
  const { visit, action, initial } = props;
  const words = await getTranslations("audits");
  const left = questionsLeft(visit.checklist, visit.scope, visit.answers);
  const earlier = findingsLeft(visit.openBefore, visit.rechecks);
  const wanting = nonconformingQuestions(basisOf(visit.checklist, visit.scope), visit.answers);
  const fields = (await Promise.all(wanting.map((code) => findingFields(props, code)))).flat();
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/audits/${visit.id}`}>{visit.agencyName}</a>
        </p>
        <h1>{words("checkTitle")}</h1>
        <p className={left.length === 0 ? "notice good" : "notice watch"}>
          {words("left", { count: left.length })}
        </p>
        {props.collisions.length > 0 && (
          <div className="notice watch">
            {props.collisions.map(({ by, codes }) => (
              <p key={`${by} ${codes.join()}`}>{words("collision", { by, codes: codes.join(", ") })}</p>
            ))}
            <p>{words("collisionWhy")}</p>
          </div>
        )}
        {visit.openBefore.length > 0 && (
          <p className={earlier.length === 0 ? "notice good" : "notice watch"}>
            {words("recheckLeft", {
              count: earlier.length,
              codes: earlier.map(({ questionCode }) => questionCode).join(", "),
            })}{" "}
            <a href={`/audits/${visit.id}/before`}>{words("recheckTask")}</a>
          </p>
        )}
      </div>
      {visit.openBefore.length > 0 && (
        <section className="stack">
          <h2>{words("recheckTask")}</h2>
          <Rechecks visit={visit} />
        </section>
      )}
      {visit.checklist.groups.map((group) => (
        <section key={group.code} className="stack">
          <h2>{`${group.code}. ${group.title}`}</h2>
          <ul className="plain">
            {questionsOf(visit.checklist, visit.scope)
              .filter((question) => question.groupCode === group.code)
              .map(({ code, text }) => {
                const { outcome, note } = visit.answers[code] ?? {
                  outcome: "not_checked" as const,
                  note: "",
                };
                return (
                  <li className="answer-line" key={code}>
                    <span>
                      {code} {text} {note && <span className="soft small">{note}</span>}
                      <Photos photos={visit.photos[code] ?? []} />
                    </span>{" "}
                    <span className="row">
                      <Tag tone={outcomeTone[outcome]}>{words(`outcome.${outcome}`)}</Tag>{" "}
                      <a href={questionAddress(visit.id, group.code, code)}>
                        {words("edit")}{" "}
                        <span className="visually-hidden">{words("editQuestion", { code })}</span>
                      </a>
                    </span>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
      <p className="notice">{words("checkIntro")}</p>
      <FinaliseForm
        action={action}
        initial={initial}
        words={await formWords(words("readFirst"), { looks: true })}
        fields={[
          { kind: "hidden", name: "visitId", value: visit.id },
          { kind: "hidden", name: "seen.rechecks", value: String(savesOf(Object.values(visit.rechecks))) },
          ...Object.entries(visit.sections).map(
            ([code, { version }]) =>
              ({ kind: "hidden", name: `seen.${code}`, value: String(version) }) as const,
          ),
          await presentField(visit),
          ...(await signerField(visit)),
          ...fields,
          ...(await hoursFields(visit, props.today)),
          { kind: "textarea", name: "conclusion", label: words("conclusion"), optional: true, rows: 4 },
          ...(await representativeFields("minutes")),
        ]}
      />
    </div>
  );
}
