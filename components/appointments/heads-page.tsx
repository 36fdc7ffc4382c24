import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import { comingGap, isServed } from "@/lib/appointments/staffing/rules";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

type Props = { agencies: readonly Staffing[]; today: PlainDate };

/** Who heads it next, and on which days nobody will. */
function Next({ agency, today }: { agency: Staffing; today: PlainDate }) {
  const words = useTranslations("appointments");
  const gap = comingGap(agency, today);
  const { next } = agency;
  if (!gap && !next) return "–";
  return (
    <>
      {gap && (
        <div className="late">
          {gap.to
            ? words("vacantThen", { from: formatDate(gap.from), to: formatDate(addDays(gap.to, -1)) })
            : words("vacant", { date: formatDate(gap.from) })}
        </div>
      )}
      {next && <div>{words("nextHead", { name: next.name, date: formatDate(next.from) })}</div>}
    </>
  );
}

function Line({ agency, today }: { agency: Staffing; today: PlainDate }) {
  const words = useTranslations("appointments");
  const { code, name, head, without } = agency;
  const lacking = [
    without.officer && words("staffing.noOfficerShort"),
    agency.ever && !isServed(agency) && words("staffing.unservedShort"),
  ].filter(Boolean);
  const term = head && { from: formatDate(head.since), to: head.lastDay ? formatDate(head.lastDay) : "" };
  return (
    <tr>
      <th scope="row">
        <a href={`/agencies/${code}/people`}>{name}</a>
        {lacking.length > 0 && <div className="small late">{lacking.join("; ")}</div>}
      </th>
      <td data-label={words("head")}>
        {head && `${head.name}, ${head.title}`}
        {!head &&
          (without.head?.from ? words("vacant", { date: formatDate(without.head.from) }) : words("unknown"))}
      </td>
      <td data-label={words("term")}>{term ? words(term.to ? "fromTo" : "fromOn", term) : "–"}</td>
      <td data-label={words("next")}>
        <Next {...{ agency, today }} />
      </td>
    </tr>
  );
}

/** Who heads each agency, until when, and what comes: first where nobody does, then where soon nobody will. */
export function HeadsPage({ agencies, today }: Props) {
  const words = useTranslations("appointments");
  const date = formatDate(today);
  const vacant = agencies.filter(({ head }) => head === null);
  const leaving = agencies
    .filter((each) => each.head !== null && comingGap(each, today))
    .toSorted((a, b) => ((a.head?.lastDay ?? "") < (b.head?.lastDay ?? "") ? -1 : 1));
  const others = agencies.filter((each) => !vacant.includes(each) && !leaving.includes(each));
  return (
    <>
      <div className="stack">
        <h1>
          {words("headsSentence", {
            ...{ vacant: vacant.length, total: agencies.length, leaving: leaving.length, date },
          })}
        </h1>
        <p className="soft">{words("headsIntro")}</p>
      </div>
      <Table
        className="cards"
        caption={words("headsCaption", { date })}
        columns={[words("agency"), words("head"), words("term"), words("next")]}
      >
        {[...vacant, ...leaving, ...others].map((agency) => (
          <Line key={agency.code} {...{ agency, today }} />
        ))}
      </Table>
    </>
  );
}
