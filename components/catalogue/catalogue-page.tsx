import { useTranslations } from "next-intl";

import { ProcedureMarks, ProcedureState } from "@/components/catalogue/procedure-line";
import { CoverageTable, type CoverageOf } from "@/components/coverage/coverage-table";
import { LawName } from "@/components/legal/law-name";
import { AsOfForm } from "@/components/ui/as-of-form";
import { Pages } from "@/components/ui/pages";
import { Table } from "@/components/ui/table";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure } from "@/lib/catalogue/types";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type CatalogueFilter = { words: string; field: string; ended: boolean; page: number };

export type CataloguePageProps = {
  asked: AskedDay;
  filter: CatalogueFilter;
  fields: readonly string[];
  /** Those of this page, and how many were found. */
  procedures: readonly Procedure[];
  total: number;
  pages: number;
  /** Is there any, whatever was asked for? */
  known: boolean;
  /** How far each agency has got; null for whoever may not see it. */
  coverage: readonly CoverageOf[] | null;
};

const addressOf =
  ({ words, field, ended }: CatalogueFilter, asked: AskedDay) =>
  (page: number) =>
    `/procedures?${new URLSearchParams({ q: words, field, ended: ended ? "1" : "", on: formatDate(asked.on), page: String(page) }).toString()}`;

function Filter({ filter, fields, asked }: Pick<CataloguePageProps, "filter" | "fields" | "asked">) {
  const words = useTranslations("catalogue");
  return (
    <form method="get" action="/procedures" className="filters" role="search">
      <input type="hidden" name="on" value={formatDate(asked.on)} />
      <div>
        <label htmlFor="q">{words("search")}</label>
        <input className="input" id="q" name="q" type="search" defaultValue={filter.words} maxLength={200} />
      </div>
      <div>
        <label htmlFor="field">{words("fieldLabel")}</label>
        <select className="input" id="field" name="field" defaultValue={filter.field}>
          <option value="">{words("fieldAll")}</option>
          {fields.filter(Boolean).map((field) => (
            <option key={field} value={field}>
              {field}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="ended">{words("endedLabel")}</label>
        <select className="input" id="ended" name="ended" defaultValue={filter.ended ? "1" : ""}>
          <option value="">{words("endedHide")}</option>
          <option value="1">{words("endedShow")}</option>
        </select>
      </div>
      <button className="button second">{words("searchSubmit")}</button>
    </form>
  );
}

function Row({ procedure }: { procedure: Procedure }) {
  const words = useTranslations("catalogue");
  const { field, levels, performs, since, decision } = procedure;
  return (
    <tr>
      <th scope="row">
        {procedureName(procedure)} <ProcedureMarks procedure={procedure} />
        <div className="soft small">{field}</div>
      </th>
      <td data-label={words("performs")}>
        {performs}
        <div className="soft small">{levels}</div>
      </td>
      <td data-label={words("decision")}>
        <LawName law={decision} />
        <div className="soft small">
          {words("since")} {formatDate(since)}
        </div>
      </td>
      <td data-label={words("state")}>
        <ProcedureState procedure={procedure} />
      </td>
    </tr>
  );
}

/** The list of administrative procedures as it stands on a day; for the lead agency with how far each agency has got. */
export function CataloguePage({
  asked,
  filter,
  fields,
  procedures,
  total,
  pages,
  known,
  coverage,
}: CataloguePageProps) {
  const words = useTranslations("catalogue");
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href="/laws">{words("toLaws")}</a>
        </p>
        <h1>{words("title")}</h1>
        <p>{words("intro")}</p>
        <AsOfForm asked={asked} action="/procedures" />
      </div>
      {coverage && <CoverageTable coverage={coverage} />}
      <section className="stack">
        {!known && <p className="notice">{words("empty")}</p>}
        {known && <Filter {...{ filter, fields, asked }} />}
        {known && <p role="status">{words("found", { count: total })}</p>}
        {procedures.length > 0 && (
          <Table
            className="cards"
            columns={[words("procedure"), words("performs"), words("decision"), words("state")]}
          >
            {procedures.map((procedure) => (
              <Row key={procedure.id} procedure={procedure} />
            ))}
          </Table>
        )}
        <Pages page={filter.page} pages={pages} total={total} href={addressOf(filter, asked)} />
      </section>
    </div>
  );
}
