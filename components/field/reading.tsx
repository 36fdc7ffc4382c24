import { requirementOf } from "@/components/field/minutes";
import { asked, groupsOf } from "@/components/field/sheets";
import { useUnfoldedPrint } from "@/components/field/use-unfolded-print";
import { fill, type Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import { thereAndAway } from "@/lib/audits/minutes/rules";
import { noHours, type Member, type MinutesSheet } from "@/lib/audits/minutes/types";
import { questionsLeft, scoreVisit } from "@/lib/audits/rules";
import type { Question } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";
import { formatDate, formatNumber, type Locale } from "@/lib/kernel/format";

export type ReadingProps = { visit: PackedVisit; sheet: MinutesSheet; words: Words; locale: Locale };

const points = (hundredths: number, locale: Locale): string => formatNumber(hundredths / 100, locale, 2);

/** The score and the grade, as the paper will print them. */
function Result({ visit, sheet, words, locale }: ReadingProps) {
  const { checklist, scope } = visit;
  const { scoreHundredths, gradeCode, cappedBy } = scoreVisit(checklist, scope, sheet.answers);
  const left = questionsLeft(checklist, scope, sheet.answers).length;
  const grade = checklist.grades.find(({ code }) => code === gradeCode)?.title;
  const score =
    scoreHundredths === null
      ? words.audits.noScore
      : fill(words.audits.score, { score: points(scoreHundredths, locale) });
  return (
    <section className="stack reading-result">
      <h2>{words.audits.resultTitle}</h2>
      {left > 0 && <p className="notice watch">{fill(words.field.reading.soFar, { count: left })}</p>}
      <p>
        <strong>{score}</strong>
        {grade && (
          <>
            {" · "}
            {words.audits.grade}: <strong>{grade}</strong>
          </>
        )}
      </p>
      {cappedBy.length > 0 && <p>{fill(words.audits.capped, { codes: cappedBy.join(", ") })}</p>}
    </section>
  );
}

type AnswerProps = { question: Question; sheet: MinutesSheet; words: Words };

function Answer({ question: { code, text }, sheet, words }: AnswerProps) {
  const { outcome, note } = sheet.answers[code] ?? { outcome: "not_checked" as const, note: "" };
  const photos = sheet.photos[code]?.length ?? 0;
  return (
    <li className={`reading-answer outcome-${outcome}`}>
      <p>
        <strong>{code}</strong> {text}
      </p>
      <p>
        <strong>{words.audits.outcome[outcome]}</strong>
        {note && `. ${note}`}
        {photos > 0 && ` (${fill(words.field.reading.photos, { count: photos })})`}
      </p>
    </li>
  );
}

const conforms = ({ answers }: MinutesSheet, code: string): boolean =>
  ["conforming", "not_applicable"].includes(answers[code]?.outcome ?? "not_checked");

/** Every answer: those that do not conform first and open, the others folded by group, each with its count. */
function Answers({ visit, sheet, words }: ReadingProps) {
  const questions = asked(visit);
  const open = questions.filter(({ code }) => !conforms(sheet, code));
  const { reading } = words.field;
  return (
    <section className="stack">
      <h2>{words.audits.answers}</h2>
      {open.length === 0 ? (
        <p>{reading.allConform}</p>
      ) : (
        <ul className="plain">
          {open.map((question) => (
            <Answer key={question.code} question={question} sheet={sheet} words={words} />
          ))}
        </ul>
      )}
      {groupsOf(visit).map((group) => {
        const rest = questions.filter((each) => each.groupCode === group.code && conforms(sheet, each.code));
        const notApplicable = rest.filter(
          ({ code }) => sheet.answers[code]?.outcome === "not_applicable",
        ).length;
        const counts = { conforming: rest.length - notApplicable, notApplicable };
        return rest.length === 0 ? null : (
          <details key={group.code}>
            <summary>
              {group.code}. {group.title}:{" "}
              {fill(notApplicable > 0 ? reading.groupCounts : reading.groupCount, counts)}
            </summary>
            <ul className="plain">
              {rest.map((question) => (
                <Answer key={question.code} question={question} sheet={sheet} words={words} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function Finding({ visit, finding, words }: { visit: PackedVisit; finding: FindingDraft; words: Words }) {
  const question = asked(visit).find(({ code }) => code === finding.questionCode);
  const { severity, evidence, reference, requirement, scope, dueOn, statement } = finding;
  const lines: [string, string][] = [
    [words.field.severity, words.findings.severity[severity]],
    [words.field.findingPart.evidence, evidence],
    [words.field.findingPart.reference, reference ?? ""],
    [words.field.findingPart.requirement, requirement ?? requirementOf(visit, question)],
    [words.field.findingPart.scope, scope],
    [words.audits.due, dueOn ? formatDate(dueOn) : words.audits.noDue],
    ...(statement ? [[words.audits.minutesOpinion, statement] as [string, string]] : []),
  ];
  return (
    <li className="reading-answer">
      <h3>{fill(words.field.finding, { code: finding.questionCode })}</h3>
      <p>{question?.text}</p>
      <dl className="summary-list">
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="prose">{text || "–"}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Findings({ visit, sheet, words }: ReadingProps) {
  return (
    <section className="stack">
      <h2>{words.field.findings}</h2>
      {sheet.findings.length === 0 && <p>{words.field.noFindings}</p>}
      <ul className="plain">
        {sheet.findings.map((finding) => (
          <Finding key={finding.questionCode} visit={visit} finding={finding} words={words} />
        ))}
      </ul>
    </section>
  );
}

function Rechecks({ visit, sheet, words }: ReadingProps) {
  if (visit.openBefore.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.field.recheckTask}</h2>
      <ul className="plain">
        {visit.openBefore.map(({ id, questionCode, evidence }) => {
          const recheck = sheet.rechecks[id];
          return (
            <li className="reading-answer" key={id}>
              <p>
                <strong>{questionCode}</strong> {evidence}
              </p>
              <p>
                <strong>{recheck ? words.findings.recheck[recheck.outcome] : words.field.recheckNone}</strong>
                {recheck?.note && `. ${recheck.note}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The rest that is signed with it: who was there, photographs, conclusion, hours. */
function Rest({ visit, sheet, words }: ReadingProps) {
  const { there, away } = thereAndAway(visit.team, sheet.attendance);
  const named = (members: readonly Member[]): string =>
    members.map(({ name, duty }) => `${name}, ${words.audits.duties[duty].toLowerCase()}`).join("\n");
  const { startedAt, endedAt } = sheet.hours ?? noHours;
  const photos = Object.values(sheet.photos).reduce((sum, hashes) => sum + hashes.length, 0);
  const lines: [string, string][] = [
    [words.audits.present, named(there)],
    ...(away.length > 0 ? [[words.audits.awayTitle, named(away)] as [string, string]] : []),
    [words.field.conclusion, sheet.conclusion || words.field.reading.none],
    [words.field.reading.photoCount, String(photos)],
    ...(sheet.signedOn
      ? [[words.field.reading.signedOn, formatDate(sheet.signedOn)] as [string, string]]
      : []),
    [words.audits.startedAt, startedAt ?? words.field.reading.byHand],
    [words.audits.endedAt, endedAt ?? words.field.reading.byHand],
  ];
  return (
    <dl className="summary-list">
      {lines.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="prose">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The whole of the minutes in big type, with nothing to edit: what is read before it is signed, and after. */
export function Reading(props: ReadingProps) {
  useUnfoldedPrint();
  return (
    <div className="stack-wide reading">
      <Result {...props} />
      <Answers {...props} />
      <Findings {...props} />
      <Rechecks {...props} />
      <Rest {...props} />
    </div>
  );
}
