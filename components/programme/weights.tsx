import { useTranslations } from "next-intl";

import { LongPart } from "@/components/ui/fold";
import { Table } from "@/components/ui/table";
import type { WeightSet } from "@/lib/programme/risk/types";
import { formatDate } from "@/lib/kernel/format";

/** What the ranking is computed from, and who decided that. */
export function Weights({ weightSet }: { weightSet: WeightSet }) {
  const words = useTranslations("programme");
  const { title, setBy, setOn, weights } = weightSet;
  return (
    <LongPart title={words("weights")}>
      <p>{words("weightsNote", { title, setBy, date: formatDate(setOn) })}</p>
      <Table
        className="cards"
        caption={words("weightsCaption")}
        columns={[words("factorName"), { number: words("each") }, { number: words("most") }]}
      >
        {weights
          .toSorted((a, b) => b.maxPoints - a.maxPoints || (a.factor < b.factor ? -1 : 1))
          .map(({ factor, pointsEach, maxPoints, withinMonths }) => (
            <tr key={factor}>
              <th scope="row">{words(`factor.${factor}`, { months: withinMonths ?? 0 })}</th>
              <td className="number" data-label={words("each")}>
                {pointsEach}
              </td>
              <td className="number" data-label={words("most")}>
                {maxPoints}
              </td>
            </tr>
          ))}
      </Table>
    </LongPart>
  );
}
