import { useTranslations } from "next-intl";

import type { AgencyHead } from "@/lib/appointments/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Who heads each agency: first where nobody does. */
export function HeadsPage({ agencies, today }: { agencies: readonly AgencyHead[]; today: PlainDate }) {
  const words = useTranslations("appointments");
  const date = formatDate(today);
  const vacant = agencies.filter(({ head }) => head === null).length;
  return (
    <>
      <div className="stack">
        <h1>{words("headsSentence", { vacant, total: agencies.length, date })}</h1>
        <p className="soft">{words("headsIntro")}</p>
      </div>
      <table className="cards">
        <caption>{words("headsCaption", { date })}</caption>
        <thead>
          <tr>
            {(["agency", "head", "since", "next"] as const).map((key) => (
              <th key={key} scope="col">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ code, name, head, vacantSince, next }) => (
            <tr key={code}>
              <th scope="row">
                <a href={`/agencies/${code}/people`}>{name}</a>
              </th>
              <td data-label={words("head")}>
                {head && `${head.name}, ${head.title}`}
                {!head &&
                  (vacantSince ? words("vacant", { date: formatDate(vacantSince) }) : words("unknown"))}
              </td>
              <td data-label={words("since")}>{head ? formatDate(head.since) : "–"}</td>
              <td data-label={words("next")}>
                {next ? words("nextHead", { name: next.name, date: formatDate(next.from) }) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
