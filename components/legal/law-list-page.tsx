import { useTranslations } from "next-intl";

import { LawName } from "@/components/legal/law-name";
import { lawTone } from "@/lib/legal/labels";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/kernel/format";
import type { LawLine } from "@/lib/legal/register/types";
import type { MovingChange } from "@/lib/updates/types";

export type LawListProps = {
  words: string;
  laws: readonly LawLine[];
  moving: readonly MovingChange[];
  mayRegister: boolean;
};

function Moving({ moving }: { moving: readonly MovingChange[] }) {
  const words = useTranslations("legal");
  if (moving.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("moving")}</h2>
      <ul className="stack-close">
        {moving.map(({ law, counts: { daysToApply: _, ...counts } }) => (
          <li key={law.id}>
            <LawName law={law} />: {words("updatesSentence", counts)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The register of legal documents, searched by words; first what is being taken up. */
export function LawListPage({ words: asked, laws, moving, mayRegister }: LawListProps) {
  const words = useTranslations("legal");
  const catalogue = useTranslations("catalogue");
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("title")}</h1>
        <p>{words("intro")}</p>
        <p>
          <a href="/procedures">{catalogue("title")}</a>
        </p>
        {mayRegister && (
          <p>
            <a className="button" href="/laws/new">
              {words("register")}
            </a>
          </p>
        )}
      </div>
      <Moving moving={moving} />
      <section className="stack">
        <form method="get" action="/laws" className="row filter" role="search">
          <label htmlFor="q">{words("search")}</label>
          <input className="input" id="q" name="q" type="search" defaultValue={asked} maxLength={200} />
          <button className="button second">{words("searchSubmit")}</button>
        </form>
        <p role="status">{words("found", { count: laws.length })}</p>
        {laws.length > 0 && (
          <Table
            className="cards"
            columns={[words("number"), words("titleLabel"), words("issuedOn"), words("stateColumn")]}
          >
            {laws.map((law) => (
              <tr key={law.id}>
                <th scope="row">
                  <LawName law={law} />
                  <div className="soft small">{law.issuer}</div>
                </th>
                <td data-label={words("titleLabel")}>
                  {law.title}
                  {!law.verified && <div className="soft small">{words("unverified")}</div>}
                </td>
                <td data-label={words("issuedOn")}>{formatDate(law.issuedOn)}</td>
                <td data-label={words("stateColumn")}>
                  <Tag tone={lawTone[law.state]}>{words(`state.${law.state}`)}</Tag>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </section>
    </div>
  );
}
