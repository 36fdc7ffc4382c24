import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import type { LegalRelation } from "@/lib/legal/changes/types";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A registered document by its short name, led to where it stands. */
export const LawName = ({ law }: { law: Basis & { id: string } }) => (
  <a href={`/laws/${law.id}`}>{shortName(law)}</a>
);

/** "điểm a khoản 4 Điều 4", or that it is the whole document. */
export function Provision({ provision }: { provision: string }) {
  const words = useTranslations("legal");
  return <>{provision === "" ? words("whole") : provisionText(provision)}</>;
}

/** "từ 01/05/2026", or that nobody knows. */
export function Since({ day }: { day: PlainDate | null }) {
  const words = useTranslations("legal");
  return <>{day === null ? words("sinceUnknown") : words("since", { date: formatDate(day) })}</>;
}

/** What a document does to another, as a line of a list. */
export function RelationLine({ relation, since }: { relation: LegalRelation; since: PlainDate | null }) {
  const words = useTranslations("legal");
  return (
    <>
      {words(`relation.${relation.kind}`)} {relation.law ? <LawName law={relation.law} /> : relation.name}
      {relation.law === null && ` (${words("notRegistered")})`}, <Provision provision={relation.provision} />,{" "}
      <Since day={relation.effectiveOn ?? since} />
    </>
  );
}
