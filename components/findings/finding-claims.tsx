import { useTranslations } from "next-intl";

import { Facts } from "@/components/findings/facts";
import { Tag } from "@/components/ui/tag";
import type { Claim } from "@/lib/findings/blocks/types";
import { daysWithin } from "@/lib/findings/clock/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

function Outcome({ claim: { refusal, stop }, today }: { claim: Claim; today: PlainDate }) {
  const words = useTranslations("findings");
  if (refusal)
    return (
      <p className="notice watch">
        <strong>{words("claimRefused", { date: formatDate(refusal.on) })}</strong> {refusal.reason}
      </p>
    );
  if (!stop) return <Tag tone="waiting">{words("claimPending")}</Tag>;
  const days = daysWithin([stop], today);
  const from = formatDate(stop.startsOn);
  return stop.endsOn ? (
    <p>
      {words("stopEnded", { from, to: formatDate(stop.endsOn), days })} {stop.endNote}
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

export function FindingClaims({ claims, today }: { claims: readonly Claim[]; today: PlainDate }) {
  const words = useTranslations("findings");
  if (claims.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("claimsTitle")}</h2>
      {claims.toReversed().map((claim) => (
        <ClaimItem key={claim.number} claim={claim} today={today} />
      ))}
    </section>
  );
}
