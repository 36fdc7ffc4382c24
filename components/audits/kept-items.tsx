import { useTranslations } from "next-intl";

import { ClockOff } from "@/components/audits/clock-off";
import { MinutesWhole, SignatureLine } from "@/components/audits/minutes";
import { signerKey } from "@/lib/visits/labels";
import { itemsAPage, type KeptPage, type ShownItem } from "@/lib/fieldwork/kept/pages/rules";
import type { KeptItem, KeptMinutes } from "@/lib/fieldwork/kept/types";
import { opinions, type MinutesSheet } from "@/lib/visits/minutes/types";
import type { WordedVisit } from "@/lib/visits/wording/types";
import { sealedOnly } from "@/lib/visits/wording/unworded/rules";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { keptAddress } from "@/lib/reports/rules";

type OfVisit = { visit: WordedVisit & { id: string } };

type WholeProps = OfVisit & { sheet: MinutesSheet; item: KeptItem };

/** All that was sealed: the text word for word, who signed it, and the same as Word. */
function Whole({ visit, sheet, item: { receiptNo, why } }: WholeProps) {
  const words = useTranslations("audits");
  const programme = useTranslations("programme");
  const { representative, signatories = [], attendance } = sheet;
  const signed = [
    { label: words("minutesRepresentative"), ...representative },
    ...signatories.map((each) => ({ label: words(`signers.${signerKey(each.part, attendance)}`), ...each })),
  ].filter(({ name }) => name !== "");
  return (
    <>
      <MinutesWhole words={sheet.words ?? sealedOnly({ visit, sheet })} />
      <dl className="summary-list">
        {signed.map(({ label, name, title, signature }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="prose">
              {[name, title].filter(Boolean).join(", ")} <SignatureLine signature={signature} name={name} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="no-print">
        <a href={keptAddress(visit.id, receiptNo)}>
          {programme(why === "away" ? "keptWordAway" : "keptWord")}
        </a>
      </p>
    </>
  );
}

type MinutesProps = OfVisit & { minutes: KeptMinutes; item: KeptItem };

/** Minutes that do not stand: whose opinion, what was found, all that was sealed, and the fingerprint by which a copy on paper is known. */
function Minutes({ visit, minutes, item }: MinutesProps) {
  const words = useTranslations("audits");
  const { opinion, name, findings, fingerprint } = minutes;
  const known = opinions.find((each) => each === opinion);
  return (
    <>
      <p>
        {words(item.why === "away" ? "keptMinutesAway" : "keptMinutes", { count: findings.length })}
        {known && ` ${[words(`opinions.${known}`), name].filter(Boolean).join(": ")}.`}
      </p>
      {findings.map(({ code, evidence, dueOn }) => (
        <p className="prose" key={code}>
          {code}. {evidence}
          {dueOn && <span className="soft"> ({words("dueOn", { date: formatDate(dueOn) })})</span>}
        </p>
      ))}
      {minutes.sheet && <Whole visit={visit} sheet={minutes.sheet} item={item} />}
      <p className="small">
        SHA-256: <code>{fingerprint}</code>
      </p>
    </>
  );
}

/** Why the site would not have an item, in the reader's language; as its device was told, where no code was kept. */
function Reason({ item: { problem, problems } }: { item: KeptItem }) {
  const words = useTranslations("audits");
  const sentence = useTranslations("problems");
  const said = problems.map(({ code, values = {} }) => sentence(code, values)).join(" ") || problem;
  return said && <p className="soft prose">{words("keptProblem", { problem: said })}</p>;
}

/** What one item is about and says, in words. */
function Content({ visit, item }: OfVisit & { item: KeptItem }) {
  const words = useTranslations("audits");
  const recheck = useTranslations("findings.recheck");
  const { kind, part, mine, fileName, attachmentId } = item;
  return (
    <>
      {kind && <strong>{words(`keptWhat.${kind}`, { part: part || "–" })}</strong>}
      {kind === "removals" && <p>{words(attachmentId ? "keptRemoval" : "keptRemovalGone")}</p>}
      {kind === "captions" && !item.caption && <p>{words("keptNoCaption")}</p>}
      {mine !== null && <p>{words(mine ? "keptTaken" : "keptGivenBack", { part })}</p>}
      {Object.entries(item.answers).map(([code, { outcome, note }]) => (
        <p key={code}>
          {code} {words(`outcome.${outcome}`)}
          {note && <span className="prose">. {note}</span>}
        </p>
      ))}
      {item.recheck && (
        <p>
          {recheck(item.recheck.outcome)}
          {item.recheck.note && <span className="prose">. {item.recheck.note}</span>}
        </p>
      )}
      {item.minutes && <Minutes visit={visit} minutes={item.minutes} item={item} />}
      {attachmentId ? (
        <p>
          <a href={`/files/${attachmentId}`}>{[words("keptPhoto"), fileName].filter(Boolean).join(": ")}</a>
        </p>
      ) : (
        fileName && <p>{words("keptFile", { name: fileName })}</p>
      )}
      {item.caption && <p className="prose">{words("keptCaption", { caption: item.caption })}</p>}
      {item.text && <p className="prose">{item.text}</p>}
      <Reason item={item} />
    </>
  );
}

type ItemsProps = OfVisit & { title: string; intro: string; items: readonly ShownItem[] };

const arrival = {
  late: "keptLate",
  away: "keptAway",
  unchosen: "keptUnchosen",
  displaced: "keptDisplaced",
} as const;

function Items({ visit, title, intro, items }: ItemsProps) {
  const words = useTranslations("audits");
  if (items.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p>{intro}</p>
      <ul className="plain">
        {items.map(({ item, isCut }) => (
          <li className="stack" key={item.receiptNo}>
            <p>
              {words(arrival[item.why], {
                by: item.by,
                time: formatInstant(item.receivedAt),
                number: item.receiptNo,
              })}
              {item.recordedAt && (
                <span className="soft">
                  . {words("keptClaimed", { time: formatInstant(item.recordedAt) })}
                  <ClockOff
                    clockFast={item.clockFast}
                    recordedAt={item.recordedAt}
                    receivedAt={item.receivedAt}
                  />
                </span>
              )}
            </p>
            <Content visit={visit} item={item} />
            {isCut && (
              <p className="no-print">
                <a href={`/audits/${visit.id}?kept=${item.receiptNo}`}>
                  {words("keptWhole", { number: item.receiptNo })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ways to what came before and after, where there is more than one page of it. */
function Pages({ visitId, kept: { older, newer, shown } }: { visitId: string; kept: KeptPage }) {
  const words = useTranslations("audits");
  if (older === 0 && newer === 0) return null;
  const at = (from: number): string => `/audits/${visitId}?keptFrom=${from}`;
  return (
    <nav className="row no-print" aria-label={words("keptPages")}>
      {newer > 0 && <a href={at(Math.max(0, newer - itemsAPage))}>{words("keptNewer", { count: newer })}</a>}{" "}
      {older > 0 && <a href={at(newer + shown.length)}>{words("keptOlder", { count: older })}</a>}
    </nav>
  );
}

type KeptItemsProps = OfVisit & { kept: KeptPage; isFinal: boolean };

/** What the minutes say otherwise, what came after the seal, what nobody chose, and what was not taken and put away: beside the minutes where there are any, never in them. */
export function KeptItems({ visit, kept, isFinal }: KeptItemsProps) {
  const words = useTranslations("audits");
  const of = (why: KeptItem["why"]): ShownItem[] => kept.shown.filter(({ item }) => item.why === why);
  const unchosen = of("unchosen");
  const displaced = of("displaced");
  return (
    <>
      <Items
        visit={visit}
        title={words("keptDisplacedTitle", { count: displaced.length })}
        intro={words("keptDisplacedIntro")}
        items={displaced}
      />
      <Items
        visit={visit}
        title={words("keptUnchosenTitle", { count: unchosen.length })}
        intro={words(isFinal ? "keptUnchosenIntro" : "keptUnchosenYet")}
        items={unchosen}
      />
      <Items visit={visit} title={words("keptTitle")} intro={words("keptIntro")} items={of("late")} />
      <Items
        visit={visit}
        title={words("keptAwayTitle")}
        intro={words(isFinal ? "keptAwayIntro" : "keptAwayNone")}
        items={of("away")}
      />
      <Pages visitId={visit.id} kept={kept} />
    </>
  );
}
