import { useLocale, useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import { formatNumber } from "@/lib/kernel/format";

function GroupTable({ visit, result }: { visit: VisitRecord; result: IssuedResult }) {
  const words = useTranslations("audits");
  const locale = useLocale();
  const titles = new Map(visit.checklist.groups.map((group) => [group.code, group.title]));
  return (
    <Table caption={words("groupCaption")} columns={[words("group"), { number: words("got") }]}>
      {result.groupScores.map(({ code, points, scoreHundredths }) => (
        <tr key={code}>
          <th scope="row">{`${code}. ${titles.get(code) ?? ""}`}</th>
          <td className="number">
            {scoreHundredths === null
              ? words("notApplicable")
              : `${formatNumber(scoreHundredths / 100, locale, 2)}/${points}`}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The issued result as it was frozen. */
export function Result({ visit, result }: { visit: VisitRecord; result: IssuedResult }) {
  const words = useTranslations("audits");
  const locale = useLocale();
  const score =
    result.scoreHundredths === null
      ? words("noScore")
      : words("score", { score: formatNumber(result.scoreHundredths / 100, locale, 2) });
  return (
    <section className="stack">
      <h2>{words("resultTitle")}</h2>
      <p className="result-score">
        <strong>{score}</strong> {result.gradeTitle && `${words("grade")}: ${result.gradeTitle}`}
      </p>
      <p>
        <Tag tone={result.maintains ? "good" : "bad"}>
          {result.maintains
            ? words("maintains")
            : words("maintainsNot", { codes: result.failing.join(", ") })}
        </Tag>
      </p>
      {result.cappedBy.length > 0 && (
        <p className="notice bad">{words("capped", { codes: result.cappedBy.join(", ") })}</p>
      )}
      {result.conclusion && <p className="prose">{result.conclusion}</p>}
      <GroupTable visit={visit} result={result} />
    </section>
  );
}
