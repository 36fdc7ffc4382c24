import { useTranslations } from "next-intl";

import { useClaimedDay } from "@/components/audits/claimed-day";
import { EarlyNote } from "@/components/audits/early-note";
import { FindingsTable } from "@/components/audits/findings-table";
import { HandsList } from "@/components/audits/group-hands";
import { KeptItems } from "@/components/audits/kept-items";
import { Minutes } from "@/components/audits/minutes";
import { Photos } from "@/components/audits/photos";
import { Rechecks } from "@/components/audits/rechecks";
import { Result } from "@/components/audits/result";
import { progressOf, TaskList } from "@/components/audits/task-list";
import { PaperLinks } from "@/components/reports/paper-links";
import { Tag } from "@/components/ui/tag";
import { outcomeTone, stateTone } from "@/lib/visits/labels";
import type { VisitHands } from "@/lib/visits/groups/types";
import type { KeptPage } from "@/lib/fieldwork/kept/pages/rules";
import { thereAndAway } from "@/lib/visits/minutes/rules";
import type { MinutesRecord } from "@/lib/visits/minutes/types";
import type { OutsidePhoto } from "@/lib/visits/photos/types";
import { isWeekend, weekday } from "@/lib/programme/rules";
import { findingsLeft } from "@/lib/visits/rechecks/rules";
import { dayOf, questionsOf } from "@/lib/checklists/rules";
import type { VisitRecord } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PaperLink, SignatoryChoice } from "@/lib/reports/types";

type RecordingProps = { visit: VisitRecord; today: PlainDate; hands: VisitHands; now: Date };

function Recording({ visit, today, hands, now }: RecordingProps) {
  const words = useTranslations("audits");
  if (!visit.mine) return <p className="notice">{words("notMine")}</p>;
  const { done, total } = progressOf(visit, null);
  return (
    <section className="stack">
      <h2>{words("tasks")}</h2>
      <EarlyNote visit={visit} today={today} />
      <p className="row">
        <a className="button" href={`/field#/v/${visit.id}`}>
          {done > 0 ? words("continue") : words("begin")}
        </a>{" "}
        <span className="soft">{words("progress", { done, total })}</span>
      </p>
      <details>
        <summary>{words("plainForms")}</summary>
        <div className="stack">
          <p className="soft">{words("plainFormsHint")}</p>
          <RecheckTask visit={visit} />
          <TaskList visit={visit} hands={hands} now={now} />
          <p>
            <a className="button second" href={`/audits/${visit.id}/check`}>
              {words("toCheck")}
            </a>
          </p>
        </div>
      </details>
    </section>
  );
}

/** Findings of earlier visits as a task of this one. */
function RecheckTask({ visit }: { visit: VisitRecord }) {
  const words = useTranslations("audits");
  const total = visit.openBefore.length;
  const done = total - findingsLeft(visit.openBefore, visit.rechecks).length;
  if (total === 0) return null;
  return (
    <a className="task" href={`/audits/${visit.id}/before`}>
      <span>
        {words("recheckTask")} <span className="soft small">{words("recheckProgress", { done, total })}</span>
      </span>
      {done === total ? (
        <span>{words("doneTask")}</span>
      ) : (
        <Tag tone={done > 0 ? "watch" : "over"}>{done > 0 ? words("startedTask") : words("newTask")}</Tag>
      )}
    </a>
  );
}

/** What is left of earlier visits: first of all, and to be looked at again by the team. */
function OpenBefore({ visit }: { visit: VisitRecord }) {
  const words = useTranslations("audits");
  return (
    <section className="stack">
      <h2>{words("openBefore")}</h2>
      {visit.openBefore.length === 0 ? (
        <p className="soft">{words("noneOpenBefore")}</p>
      ) : (
        <FindingsTable findings={visit.openBefore} />
      )}
    </section>
  );
}

function AnswerList({ visit, outside }: { visit: VisitRecord; outside: readonly OutsidePhoto[] }) {
  const words = useTranslations("audits");
  return (
    <details>
      <summary>{words("answers")}</summary>
      <ul className="plain">
        {questionsOf(visit.checklist, visit.scope).map(({ code, text }) => {
          const { outcome, note } = visit.answers[code] ?? { outcome: "not_checked", note: "" };
          return (
            <li className="answer-line" key={code}>
              <span>
                {code} {text}
                {note && <span className="soft small"> {note}</span>}
                <Photos photos={visit.photos[code] ?? []} outside={outside} />
              </span>{" "}
              <Tag tone={outcomeTone[outcome]}>{words(`outcome.${outcome}`)}</Tag>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Who audits; once it is signed, who was there and who was not. */
function Team({ visit, first }: { visit: VisitRecord; first: MinutesRecord | undefined }) {
  const words = useTranslations("audits");
  const { there, away } = thereAndAway(visit.team, first?.signed.attendance);
  return (
    <section className="stack">
      <h2>{words("team")}</h2>
      <ul className="plain">
        {[...there, ...away].map(({ personId, name, duty }, index) => (
          <li key={personId}>
            {name}, <span className="soft">{words(`duties.${duty}`).toLowerCase()}</span>
            {index >= there.length && ` (${words("away")})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A visit: who, when, what is left of last time; then what to do, or what came out. */
export function VisitPage({
  visit,
  minutes,
  outside,
  today,
  papers,
  kept,
  signatories,
  hands,
  now,
}: {
  visit: VisitRecord;
  minutes: readonly MinutesRecord[];
  outside: readonly OutsidePhoto[];
  today: PlainDate;
  papers: readonly PaperLink[];
  kept: KeptPage;
  signatories: readonly SignatoryChoice[];
  hands: VisitHands;
  now: Date;
}) {
  const words = useTranslations("audits");
  const common = useTranslations("common");
  const programme = useTranslations("programme");
  const claimed = useClaimedDay();
  const day = dayOf(visit);
  const receivedOn = visit.result?.finalisedOn;
  const said = claimed(day, receivedOn);
  const date = isWeekend(day) ? `${said} (${programme(`weekday.${weekday(day)}`)})` : said;
  const signedOn = minutes[0]?.signed.signedOn ?? visit.result?.finalisedOn;
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("heading", { agency: visit.agencyName })}</h1>
        <p className="row">
          <Tag tone={stateTone[visit.state]}>{words(`states.${visit.state}`)}</Tag>{" "}
          <span className="soft">
            {words("intro", {
              date,
              mode: words(`modes.${visit.mode}`).toLowerCase(),
              designation: visit.designation,
            })}
            {signedOn &&
              signedOn !== day &&
              `, ${programme("signedDay", { date: claimed(signedOn, receivedOn) })}`}
            {day !== visit.plannedOn && `, ${programme("plannedDay", { date: formatDate(visit.plannedOn) })}`}
          </span>{" "}
          <a href={`/history/visit/${visit.id}`}>{common("history")}</a>
        </p>
        <PaperLinks papers={papers} signatories={signatories} />
      </div>
      {visit.result && <Result visit={visit} result={visit.result} />}
      {visit.state === "final" && (
        <section className="stack">
          <h2>{words("findingsTitle")}</h2>
          {visit.findings.length === 0 ? (
            <p>{words("noFindings")}</p>
          ) : (
            <FindingsTable findings={visit.findings} />
          )}
          {Object.keys(visit.rechecks).length > 0 && (
            <>
              <h2>{words("recheckTask")}</h2>
              <Rechecks visit={visit} />
            </>
          )}
          <AnswerList visit={visit} outside={outside} />
        </section>
      )}
      {visit.state === "final" && (
        <Minutes
          visitId={visit.id}
          minutes={minutes}
          amendAt={visit.mine ? `/audits/${visit.id}/amend` : null}
        />
      )}
      <KeptItems visit={visit} kept={kept} isFinal={visit.state === "final"} />
      {visit.state !== "final" && <OpenBefore visit={visit} />}
      {visit.state !== "final" && <Recording visit={visit} today={today} hands={hands} now={now} />}
      <HandsList visit={visit} hands={hands} now={now} />
      <Team visit={visit} first={minutes[0]} />
    </div>
  );
}
