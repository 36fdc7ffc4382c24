import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { CancelledEntries } from "@/components/corrections/cancelled-entries";
import { Facts } from "@/components/findings/facts";
import { Tag } from "@/components/ui/tag";
import type { CancelledEntry, Corrections } from "@/lib/corrections/types";
import type { Claim } from "@/lib/findings/blocks/types";
import { daysWithin } from "@/lib/findings/clock/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

function Outcome({ claim: { refusal, block }, today }: { claim: Claim; today: PlainDate }) {
  const words = useTranslations("findings");
  if (refusal)
    return (
      <p className="notice watch">
        <strong>{words("claimRefused", { date: formatDate(refusal.on) })}</strong> {refusal.reason}
      </p>
    );
  if (!block) return <Tag tone="waiting">{words("claimPending")}</Tag>;
  const days = daysWithin([block], today);
  const from = formatDate(block.startsOn);
  return block.endsOn ? (
    <p>
      {words("stopEnded", { from, to: formatDate(block.endsOn), days })} {block.endNote}
    </p>
  ) : (
    <p>
      <strong>{words("stopRuns", { from, days })}</strong>
    </p>
  );
}

/** What the agency said of a higher level, and what became of it. */
export function ClaimItem({ claim, today }: { claim: Claim; today: PlainDate }) {
  const words = useTranslations("findings");
  const fields = useTranslations("findings.fields");
  return (
    <article className="stack turn">
      <h3>{words("claimTitle", { body: claim.blockingBody })}</h3>
      <Facts
        facts={[
          [fields("reference"), claim.reference],
          [fields("explanation"), claim.explanation],
          [fields("since"), formatDate(claim.since)],
          [words("statedOn"), formatDate(claim.statedOn)],
        ]}
      />
      <Outcome claim={claim} today={today} />
    </article>
  );
}

type Props = {
  claims: readonly Claim[];
  today: PlainDate;
  agencyCode: string;
  /** What was said wrongly of a higher level, and cancelled. */
  cancelled: readonly CancelledEntry[];
  corrections: Corrections;
};

export function FindingClaims({ claims, today, agencyCode, cancelled, corrections }: Props) {
  const words = useTranslations("findings");
  return (
    <>
      {claims.length > 0 && (
        <section className="stack">
          <h2>{words("claimsTitle")}</h2>
          {claims.toReversed().map((claim) => (
            <div className="stack" key={claim.id}>
              <ClaimItem claim={claim} today={today} />
              <CancelEntry
                of="claim"
                id={claim.id}
                code={agencyCode}
                name={claim.blockingBody}
                corrections={corrections}
              />
            </div>
          ))}
        </section>
      )}
      <CancelledEntries cancelled={cancelled} />
    </>
  );
}
