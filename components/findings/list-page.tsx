import { useTranslations } from "next-intl";

import { FindingState } from "@/components/findings/finding-state";
import { Fold } from "@/components/ui/fold";
import { Pages } from "@/components/ui/pages";
import { Table } from "@/components/ui/table";
import {
  clocks,
  severities,
  topics,
  type FindingFilter,
  type FindingLine,
  type FindingPage,
} from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type FindingListProps = {
  filter: FindingFilter;
  page: FindingPage;
  pageSize: number;
  years: readonly number[];
  today: PlainDate;
};

function addressOf(filter: FindingFilter, page: number): string {
  const values = {
    year: filter.year === null ? "" : String(filter.year),
    topic: filter.topic ?? "",
    severity: filter.severity ?? "",
    agency: filter.agencyCode ?? "",
    open: filter.openOnly ? "1" : "",
    clock: filter.clock ?? "",
    page: String(page),
  };
  return `/findings?${new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString()}`;
}

/** By how many conditions the list is narrowed. */
const chosenIn = ({ year, topic, severity, clock, openOnly }: FindingFilter): number =>
  [year, topic, severity, clock, openOnly].filter(Boolean).length;

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  all: string;
};

function Choice({ name, label, value, options, all }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Filters({ filter, years }: { filter: FindingFilter; years: readonly number[] }) {
  const words = useTranslations("findings");
  const all = words("all");
  return (
    <form method="get" action="/findings" className="filters">
      {filter.agencyCode && <input type="hidden" name="agency" value={filter.agencyCode} />}
      <Choice
        name="year"
        label={words("year")}
        value={String(filter.year ?? "")}
        all={all}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Choice
        name="topic"
        label={words("topicLabel")}
        value={filter.topic ?? ""}
        all={all}
        options={topics.map((topic) => ({ value: topic, label: words(`topic.${topic}`) }))}
      />
      <Choice
        name="severity"
        label={words("severityLabel")}
        value={filter.severity ?? ""}
        all={all}
        options={severities.map((severity) => ({ value: severity, label: words(`severity.${severity}`) }))}
      />
      <Choice
        name="clock"
        label={words("clockLabel")}
        value={filter.clock ?? ""}
        all={all}
        options={clocks.map((clock) => ({ value: clock, label: words(`clock.${clock}`) }))}
      />
      <label className="check">
        <input type="checkbox" name="open" value="1" defaultChecked={filter.openOnly} /> {words("openOnly")}
      </label>
      <button className="button second">{words("filter")}</button>
    </form>
  );
}

function Row({ finding, today }: { finding: FindingLine; today: PlainDate }) {
  const words = useTranslations("findings");
  return (
    <tr>
      <th scope="row">
        <a href={`/findings/${finding.id}`}>{finding.evidence}</a>
      </th>
      <td data-label={words("agency")}>{finding.agencyName}</td>
      <td data-label={words("due")}>
        <FindingState finding={finding} today={today} />
        <div className="soft small">{finding.dueOn ? formatDate(finding.dueOn) : words("noDue")}</div>
      </td>
      <td>
        <Fold label={words("rest")}>
          {words(`topic.${finding.topic}`)}
          <div className="soft small">{words(`severity.${finding.severity}`)}</div>
          {finding.reference !== "" && <div className="soft small">{finding.reference}</div>}
        </Fold>
      </td>
    </tr>
  );
}

/** Every finding one may read, what is open and late on top. */
export function FindingListPage({ filter, page, pageSize, years, today }: FindingListProps) {
  const words = useTranslations("findings");
  const common = useTranslations("common");
  return (
    <>
      <h1>{words("sentence", { total: page.total, open: page.open })}</h1>
      <Fold label={common("filters", { n: chosenIn(filter) })} className="no-print">
        <Filters filter={filter} years={years} />
      </Fold>
      {page.total > 0 && (
        <Table
          className="cards findings"
          caption={words("caption")}
          columns={[words("description"), words("agency"), words("due"), words("topicLabel")]}
        >
          {page.lines.map((finding) => (
            <Row key={finding.id} finding={finding} today={today} />
          ))}
        </Table>
      )}
      <Pages
        page={filter.page}
        pages={Math.max(1, Math.ceil(page.total / pageSize))}
        total={page.total}
        href={(to) => addressOf(filter, to)}
      />
    </>
  );
}
