import { useTranslations } from "next-intl";
import { Fragment } from "react";

import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";

import { claimKey, clockMarks, clockText, signerKey } from "@/lib/visits/labels";
import type { MinutesRecord, Signature } from "@/lib/visits/minutes/types";
import type { MinutesWords } from "@/lib/visits/wording/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { minutesAddress } from "@/lib/reports/rules";

export function SignatureLine({ signature, name }: { signature: Signature; name: string }) {
  const words = useTranslations("audits");
  return (
    <>
      {words(`minutesSigned.${signature.kind}`)}
      {signature.kind === "drawn" && (
        <svg
          className="signature"
          viewBox="0 0 600 200"
          role="img"
          aria-label={words("minutesSignature", { name })}
        >
          <path d={signature.path} />
        </svg>
      )}
    </>
  );
}

const hoursLines = (
  { startedOn, startedAt, endedOn, endedAt }: MinutesRecord["hours"],
  words: ReturnType<typeof useTranslations<"audits">>,
): [string, string][] => [
  ...(startedOn ? [[words("startedOn"), formatDate(startedOn)] as [string, string]] : []),
  ...(startedAt ? [[words("startedAt"), startedAt] as [string, string]] : []),
  ...(endedOn ? [[words("endedOn"), formatDate(endedOn)] as [string, string]] : []),
  ...(endedAt ? [[words("endedAt"), endedAt] as [string, string]] : []),
];

/** When it says that it was sealed or made, marked where a device's clock was off. */
function claimed(
  version: MinutesRecord,
  words: ReturnType<typeof useTranslations<"audits">>,
): [string, string][] {
  const { recordedAt, receivedAt, clockFast } = version;
  const off = clockText(clockMarks(clockFast, recordedAt, receivedAt), words);
  return [[words(claimKey(version)), `${formatInstant(recordedAt)}${off && ` (${off})`}`]];
}

/** The text as it was read and signed, word for word. */
export function MinutesWhole({ words: said }: { words: MinutesWords }) {
  const words = useTranslations("audits");
  return (
    <details>
      <summary>{words("minutesText")}</summary>
      <p lang="vi">{said.subject.join(" ")}</p>
      <MinutesBody words={said} level={4} />
      <MinutesAnnexes words={said} level={4} />
    </details>
  );
}

function Version({ visitId, version }: { visitId: string; version: MinutesRecord }) {
  const words = useTranslations("audits");
  const { amends, reason, statement, representativeName, representativeTitle } = version;
  const who = [representativeName, representativeTitle].filter(Boolean).join(", ");
  const lines: [string, React.ReactNode][] = [
    ...(reason ? [[words("minutesReason"), reason] as [string, string]] : []),
    [
      words("minutesOpinion"),
      words(`${amends === null ? "opinions" : "opinionsOfAdded"}.${version.opinion}`) +
        (statement && `. ${statement}`),
    ],
    ...(who ? [[words("minutesRepresentative"), who] as [string, string]] : []),
    ...(who && !version.unreadable
      ? [
          ["", <SignatureLine key="signature" signature={version.signature} name={representativeName} />] as [
            string,
            React.ReactNode,
          ],
        ]
      : []),
    ...version.signatories.map(({ part, name, title, signature }): [string, React.ReactNode] => [
      words(`signers.${signerKey(part, version.signed.attendance)}`),
      <Fragment key={part}>
        {[name, title].filter(Boolean).join(", ")} <SignatureLine signature={signature} name={name} />
      </Fragment>,
    ]),
    ...(amends === null ? hoursLines(version.hours, words) : []),
    [words("minutesFingerprint"), <code key="fingerprint">{version.fingerprint}</code>],
    ...claimed(version, words),
    [words("minutesReceipt"), `${version.receiptNo}, ${formatInstant(version.receivedAt)}`],
  ];
  return (
    <>
      <h3>{amends === null ? words("minutesVersion") : words("minutesAmends", { number: amends })}</h3>
      {version.unreadable && (
        <p className="notice bad" role="alert">
          {words("minutesUnreadable", { version: version.version })}
        </p>
      )}
      <p className="no-print">
        <a href={minutesAddress(visitId, version.version)}>
          {amends === null ? words("minutesWord") : words("minutesWordAmends", { number: amends })}
        </a>
      </p>
      {version.signed.words && <MinutesWhole words={version.signed.words} />}
      <dl className="summary-list">
        {lines.map(([term, text], index) => (
          <div key={index}>
            <dt>{term}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Every version of the minutes with what the agency said and the fingerprint that any change would break. */
export function Minutes({
  visitId,
  minutes,
  amendAt,
}: {
  visitId: string;
  minutes: readonly MinutesRecord[];
  amendAt: string | null;
}) {
  const words = useTranslations("audits");
  if (minutes.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("minutesTitle")}</h2>
      {minutes.map((version) => (
        <Version key={version.version} visitId={visitId} version={version} />
      ))}
      {amendAt && (
        <p className="no-print">
          <a className="button second" href={amendAt}>
            {words("amend")}
          </a>
        </p>
      )}
    </section>
  );
}
