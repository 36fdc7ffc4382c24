import { useTranslations } from "next-intl";

import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { TopicCount } from "@/lib/dashboard/types";
import { formatDate } from "@/lib/kernel/format";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";

/** Which kinds of shortcoming were found in how many of the visited agencies. */
export function Topics({
  topics,
  visited,
  on,
}: {
  topics: readonly TopicCount[];
  visited: number;
  on: PlainDate;
}) {
  const words = useTranslations("dashboard");
  const findings = useTranslations("findings");
  const year = yearOf(on);
  return (
    <LongPart title={words("topicsTitle")}>
      {topics.length === 0 ? (
        <p className="soft">{words("noTopics", { year })}</p>
      ) : (
        <Table
          caption={words("topicsCaption", { n: visited, year })}
          columns={[words("topic"), { bars: words("topicsTitle") }, { number: words("topicCount") }]}
        >
          {topics.map(({ topic, agencies }) => (
            <tr key={topic}>
              <th scope="row">{findings(`topic.${topic}`)}</th>
              <td>
                <svg
                  className="parts-bar"
                  viewBox="0 0 1000 10"
                  preserveAspectRatio="none"
                  height={10}
                  aria-hidden="true"
                >
                  <rect
                    className="fill-bad"
                    width={visited === 0 ? 0 : (agencies * 1000) / visited}
                    height={10}
                  />
                </svg>
              </td>
              <td className="number">
                <a href={`/agencies?on=${formatDate(on)}&topic=${topic}`}>
                  {agencies}/{visited}
                </a>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </LongPart>
  );
}
