import { useTranslations } from "next-intl";

import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { AgencyFact, Citation } from "@/lib/agencies/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays } from "@/lib/kernel/plain-date";

function Value({ fact }: { fact: AgencyFact }) {
  const words = useTranslations("agencies");
  switch (fact.fact) {
    case "name":
      return <>{fact.value}</>;
    case "kind":
      return <>{words(`kind.${fact.value}`)}</>;
    case "obligation":
      return <>{words(`obligation.${fact.value}`)}</>;
    case "parent":
      return fact.value && fact.code ? <a href={`/agencies/${fact.code}`}>{fact.value}</a> : <>–</>;
  }
}

function Law({ law }: { law: Citation | null }) {
  const words = useTranslations("agencies");
  if (!law) return <span className="soft">{words("noLaw")}</span>;
  const { number, issuer, issuedOn, title, verified } = law;
  return (
    <>
      {words("law", { number, date: formatDate(issuedOn), issuer })}
      <div className="soft small">
        {title}
        {!verified && ` (${words("unverified")})`}
      </div>
    </>
  );
}

/** What the agency is called, what it is, under whom and how obliged: since when, until when, by which legal document. */
export function Facts({ facts }: { facts: readonly AgencyFact[] }) {
  const words = useTranslations("agencies");
  return (
    <LongPart title={words("factsTitle")}>
      <Table
        className="cards facts"
        caption={words("factsCaption")}
        columns={[words("fact"), words("value"), words("period"), words("basis")]}
      >
        {facts.map((fact) => (
          <tr key={`${fact.fact} ${fact.validFrom}`}>
            <th scope="row">{words(`facts.${fact.fact}`)}</th>
            <td data-label={words("value")}>
              <Value fact={fact} />
            </td>
            <td data-label={words("period")}>
              {fact.validTo
                ? words("fromTo", {
                    from: formatDate(fact.validFrom),
                    to: formatDate(addDays(fact.validTo, -1)),
                  })
                : words("fromOn", { from: formatDate(fact.validFrom) })}
            </td>
            <td data-label={words("basis")}>
              <Law law={fact.law} />
            </td>
          </tr>
        ))}
      </Table>
    </LongPart>
  );
}
