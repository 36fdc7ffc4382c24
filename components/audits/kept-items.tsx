import { useTranslations } from "next-intl";

import { ClockOff } from "@/components/audits/clock-off";
import { MinutesWhole, SignatureLine } from "@/components/audits/minutes";
import { signerKey } from "@/lib/audits/labels";
import type { KeptItem, KeptMinutes } from "@/lib/audits/kept/types";
import { opinions, type MinutesSheet } from "@/lib/audits/minutes/types";
import type { WordedVisit } from "@/lib/audits/wording/types";
import { sealedOnly } from "@/lib/audits/wording/unworded/rules";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { keptAddress } from "@/lib/reports/rules";

type OfVisit = { visit: WordedVisit & { id: string } };

/** All that was sealed: the text word for word, who signed it, and the same as Word. */
function Whole({ visit, sheet, receiptNo }: OfVisit & { sheet: MinutesSheet; receiptNo: string }) {
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
        <a href={keptAddress(visit.id, receiptNo)}>{programme("keptWord")}</a>
      </p>
    </>
  );
}

type MinutesProps = OfVisit & { minutes: KeptMinutes; receiptNo: string };

/** Minutes that do not stand: whose opinion, what was found, all that was sealed, and the fingerprint by which a copy on paper is known. */
function Minutes({ visit, minutes, receiptNo }: MinutesProps) {
  const words = useTranslations("audits");
  const { opinion, name, findings, fingerprint } = minutes;
  const known = opinions.find((each) => each === opinion);
  return (
    <>
      <p>
        {words("keptMinutes", { count: findings.length })}
        {known && ` ${[words(`opinions.${known}`), name].filter(Boolean).join(": ")}.`}
      </p>
      {findings.map(({ code, evidence, dueOn }) => (
        <p className="prose" key={code}>
          {code}. {evidence}
          {dueOn && <span className="soft"> ({words("dueOn", { date: formatDate(dueOn) })})</span>}
        </p>
      ))}
      {minutes.sheet && <Whole visit={visit} sheet={minutes.sheet} receiptNo={receiptNo} />}
      <p className="small">
        SHA-256: <code>{fingerprint}</code>
      </p>
    </>
  );
}

/** What one item is about and says, in words. */
function Content({ visit, item }: OfVisit & { item: KeptItem }) {
  const words = useTranslations("audits");
  const recheck = useTranslations("findings.recheck");
  const { kind, part, mine, fileName, attachmentId } = item;
  return (
    <>
      {kind && <strong>{words(`keptWhat.${kind}`, { part: part || "–" })}</strong>}
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
      {item.minutes && <Minutes visit={visit} minutes={item.minutes} receiptNo={item.receiptNo} />}
      {attachmentId ? (
        <p>
          <a href={`/files/${attachmentId}`}>{[words("keptPhoto"), fileName].filter(Boolean).join(": ")}</a>
        </p>
      ) : (
        fileName && <p>{words("keptFile", { name: fileName })}</p>
      )}
      {item.caption && <p className="prose">{words("keptCaption", { caption: item.caption })}</p>}
      {item.text && <p className="prose">{item.text}</p>}
      {item.problem && <p className="soft prose">{words("keptProblem", { problem: item.problem })}</p>}
    </>
  );
}

/** What came after the seal or was put away: beside the minutes, never in them. */
export function KeptItems({ visit, items }: OfVisit & { items: readonly KeptItem[] }) {
  const words = useTranslations("audits");
  if (items.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("keptTitle")}</h2>
      <p>{words("keptIntro")}</p>
      <ul className="plain">
        {items.map((item) => (
          <li className="stack" key={item.receiptNo}>
            <p>
              {words(item.why === "late" ? "keptLate" : "keptAway", {
                by: item.by,
                time: formatInstant(item.receivedAt),
                number: item.receiptNo,
              })}
              {item.recordedAt && (
                <span className="soft">
                  . {words("keptClaimed", { time: formatInstant(item.recordedAt) })}
                  <ClockOff clockFast={item.clockFast} />
                </span>
              )}
            </p>
            <Content visit={visit} item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
