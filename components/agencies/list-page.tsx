import { useTranslations } from "next-intl";

import { OverdueTable } from "@/components/adoption/overdue-table";
import { AsOfFault } from "@/components/ui/as-of-form";
import { Fold } from "@/components/ui/fold";
import { Pages } from "@/components/ui/pages";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { bucketTone } from "@/lib/adoption/labels";
import { buckets, type StandingFilter, type StandingLine, type StandingPage } from "@/lib/adoption/types";
import { agencyKinds, obligations } from "@/lib/agencies/types";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type AgencyListProps = {
  asked: AskedDay;
  filter: StandingFilter;
  page: StandingPage;
  pageSize: number;
};

/** The address of this list with something changed; what is empty is left out. */
function addressOf(
  filter: StandingFilter,
  change: Partial<Record<"q" | "kind" | "obligation" | "bucket" | "overdue" | "topic" | "page", string>>,
): string {
  const values = {
    on: formatDate(filter.on),
    q: filter.query,
    kind: filter.kind ?? "",
    obligation: filter.obligation ?? "",
    bucket: filter.bucket ?? "",
    overdue: filter.overdue ? "1" : "",
    topic: filter.topic ?? "",
    ...change,
  };
  const kept = Object.entries(values).filter(([, value]) => value !== "");
  return `/agencies?${new URLSearchParams(kept).toString()}`;
}

function Filters({ filter }: { filter: StandingFilter }) {
  const words = useTranslations("agencies");
  const adoption = useTranslations("adoption");
  return (
    <form method="get" action="/agencies" className="filters">
      <input type="hidden" name="on" value={formatDate(filter.on)} />
      {filter.topic && <input type="hidden" name="topic" value={filter.topic} />}
      <div>
        <label htmlFor="q">{words("search")}</label>
        <input className="input" id="q" name="q" type="search" defaultValue={filter.query} />
      </div>
      <div>
        <label htmlFor="kind">{words("kindLabel")}</label>
        <select className="input" id="kind" name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">{words("all")}</option>
          {agencyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="obligation">{words("obligationLabel")}</label>
        <select className="input" id="obligation" name="obligation" defaultValue={filter.obligation ?? ""}>
          <option value="">{words("obligationAll")}</option>
          {obligations.map((obligation) => (
            <option key={obligation} value={obligation}>
              {words(`obligation.${obligation}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="bucket">{words("status")}</label>
        <select className="input" id="bucket" name="bucket" defaultValue={filter.bucket ?? ""}>
          <option value="">{words("all")}</option>
          {buckets.map((bucket) => (
            <option key={bucket} value={bucket}>
              {adoption(`bucket.${bucket}`)}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" name="overdue" value="1" defaultChecked={filter.overdue} />{" "}
        {words("overdueOnly")}
      </label>
      <button className="button second">{words("filter")}</button>
    </form>
  );
}

type Condition = { name: string; href: string };

/** What the list is narrowed by, each with the list without it. */
function useConditions(filter: StandingFilter): Condition[] {
  const words = useTranslations("agencies");
  const adoption = useTranslations("adoption");
  const findings = useTranslations("findings");
  return [
    filter.query && { name: `“${filter.query}”`, href: addressOf(filter, { q: "" }) },
    filter.kind && { name: words(`kind.${filter.kind}`), href: addressOf(filter, { kind: "" }) },
    filter.obligation && {
      name: words(`obligation.${filter.obligation}`),
      href: addressOf(filter, { obligation: "" }),
    },
    filter.bucket && { name: adoption(`bucket.${filter.bucket}`), href: addressOf(filter, { bucket: "" }) },
    filter.overdue && { name: words("overdueOnly"), href: addressOf(filter, { overdue: "" }) },
    filter.topic && {
      name: findings(`topic.${filter.topic}` as "topic.scope"),
      href: addressOf(filter, { topic: "" }),
    },
  ].filter((each) => typeof each === "object" && each !== null);
}

function Chosen({ conditions }: { conditions: readonly Condition[] }) {
  const words = useTranslations("agencies");
  if (conditions.length === 0) return null;
  return (
    <ul className="plain row no-print">
      {conditions.map(({ name, href }) => (
        <li key={name}>
          <a className="tag over" href={href} aria-label={words("removeFilter", { name })}>
            {name} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Row({ line, on }: { line: StandingLine; on: string }) {
  const words = useTranslations("agencies");
  const adoption = useTranslations("adoption");
  return (
    <tr>
      <th scope="row">
        <a href={`/agencies/${line.code}?on=${on}`}>{line.name}</a>
      </th>
      <td data-label={words("kindLabel")}>{words(`kind.${line.kind}`)}</td>
      <td data-label={words("status")}>
        <Tag tone={bucketTone[line.bucket]}>{adoption(`stage.${line.stage}`)}</Tag>{" "}
        {line.overdueDays !== null && (
          <span className="late small">{adoption("overdueDays", { days: line.overdueDays })}</span>
        )}
      </td>
    </tr>
  );
}

function List({ page, date }: { page: StandingPage; date: string }) {
  const words = useTranslations("agencies");
  return (
    <Table
      className="cards"
      caption={words("caption", { date })}
      columns={[words("title"), words("kindLabel"), words("status")]}
    >
      {page.lines.map((line) => (
        <Row key={line.id} line={line} on={date} />
      ))}
    </Table>
  );
}

export function AgencyListPage({ asked, filter, page, pageSize }: AgencyListProps) {
  const words = useTranslations("agencies");
  const common = useTranslations("common");
  const conditions = useConditions(filter);
  const { on, overdue } = filter;
  const { lines, total } = page;
  const date = formatDate(on);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <>
      <h1>{words(overdue && total > 0 ? "overdueSentence" : "sentence", { total, date })}</h1>
      <AsOfFault asked={asked} />
      <Fold label={common("filters", { n: conditions.length })} className="no-print">
        <Filters filter={filter} />
      </Fold>
      <Chosen conditions={conditions} />
      {total === 0 && <p>{words("empty")}</p>}
      {total > 0 && (overdue ? <OverdueTable {...{ lines, total, on }} /> : <List page={page} date={date} />)}
      <Pages
        page={filter.page}
        pages={pages}
        total={total}
        href={(to) => addressOf(filter, { page: String(to) })}
      />
    </>
  );
}
