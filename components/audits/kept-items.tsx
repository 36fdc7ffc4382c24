import { useTranslations } from "next-intl";

import { ClockOff } from "@/components/audits/clock-off";
import type { KeptItem, KeptMinutes } from "@/lib/audits/kept/types";
import { opinions } from "@/lib/audits/minutes/types";
import { formatInstant } from "@/lib/kernel/format";

/** Minutes that do not stand: whose opinion, what was found, and the fingerprint by which a copy on paper is known. */
function Minutes({ minutes }: { minutes: KeptMinutes }) {
  const words = useTranslations("audits");
  const { opinion, name, findings, fingerprint } = minutes;
  const known = opinions.find((each) => each === opinion);
  return (
    <>
      <p>
        {words("keptMinutes", { count: findings.length })}
        {known && ` ${[words(`opinions.${known}`), name].filter(Boolean).join(": ")}.`}
      </p>
      {findings.map(({ code, evidence }) => (
        <p className="prose" key={code}>
          {code}. {evidence}
        </p>
      ))}
      <p className="small">
        SHA-256: <code>{fingerprint}</code>
      </p>
    </>
  );
}

/** What one item is about and says, in words. */
function Content({ item }: { item: KeptItem }) {
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
      {item.minutes && <Minutes minutes={item.minutes} />}
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
export function KeptItems({ items }: { items: readonly KeptItem[] }) {
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
            <Content item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
