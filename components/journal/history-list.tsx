import { useTranslations } from "next-intl";

import { useEntrySentence } from "@/components/journal/entry-sentence";
import { Fold } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import { historyAddress } from "@/lib/journal/labels";
import { entities, type HistoryFilter, type HistoryLine } from "@/lib/journal/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

const typed = (date: PlainDate | null): string => (date ? formatDate(date) : "");

function Filter({ filter, wholeProvince }: { filter: HistoryFilter; wholeProvince: boolean }) {
  const words = useTranslations("journal");
  const text = (name: string, label: string, value: string) => (
    <label>
      {label}
      <input className="input" name={name} defaultValue={value} maxLength={100} />
    </label>
  );
  return (
    <form method="get" action="/history" className="row filter" role="search">
      {text("actor", words("actor"), filter.actor)}
      {wholeProvince && text("agency", words("agencyCode"), filter.agency)}
      <label>
        {words("kind")}
        <select className="input" name="entity" defaultValue={filter.entity ?? ""}>
          <option value="">{words("all")}</option>
          {entities.map((entity) => (
            <option key={entity} value={entity}>
              {words(`entity.${entity}`)}
            </option>
          ))}
        </select>
      </label>
      {text("from", words("from"), typed(filter.from))}
      {text("to", words("to"), typed(filter.to))} <button className="button second">{words("filter")}</button>
    </form>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const words = useTranslations("journal");
  const sentence = useEntrySentence();
  return (
    <tr>
      <td data-label={words("at")}>{formatInstant(line.at)}</td>
      <th scope="row">
        <a href={`/history/${line.entity}/${encodeURIComponent(line.entityId)}#r${line.number}`}>
          {sentence(line)}
        </a>
      </th>
      <td data-label={words("agency")}>{line.agencyName ?? words("province")}</td>
      <td data-label={words("number")}>{line.number}</td>
    </tr>
  );
}

type Props = {
  lines: readonly HistoryLine[];
  more: boolean;
  filter: HistoryFilter;
  wholeProvince: boolean;
};

/** What happened lately; older entries follow page by page. */
export function HistoryList({ lines, more, filter, wholeProvince }: Props) {
  const words = useTranslations("journal");
  const common = useTranslations("common");
  const chosen = [filter.actor, filter.agency, filter.entity, filter.from, filter.to];
  const last = lines.at(-1);
  return (
    <>
      <h1>{words("title")}</h1>
      <p className="soft">{words("intro")}</p>
      <Fold label={common("filters", { n: chosen.filter(Boolean).length })} className="no-print">
        <Filter filter={filter} wholeProvince={wholeProvince} />
      </Fold>
      {filter.unread.map((day) => (
        <p key={day} className="notice bad" role="alert">
          {words("unread", { day })}
        </p>
      ))}
      {lines.length === 0 ? (
        <p>{words("empty")}</p>
      ) : (
        <Table
          className="cards"
          caption={words("caption")}
          columns={[words("at"), words("what"), words("agency"), words("number")]}
        >
          {lines.map((line) => (
            <Line key={line.number} line={line} />
          ))}
        </Table>
      )}
      <nav className="row no-print" aria-label={words("pages")}>
        {filter.before && <a href={historyAddress(filter, null)}>{words("newest")}</a>}{" "}
        {more && last && <a href={historyAddress(filter, String(Number(last.number)))}>{words("older")}</a>}
      </nav>
    </>
  );
}
