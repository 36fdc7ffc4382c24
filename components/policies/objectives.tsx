import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { Table } from "@/components/ui/table";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { Corrections } from "@/lib/corrections/types";
import type { Objective } from "@/lib/policies/types";

export type ObjectivesProps = {
  agency: AgencyIdentity;
  objectives: readonly Objective[];
  year: number;
  mayWrite: boolean;
  corrections: Corrections;
};

function YearTable({ agency, objectives, year, mayWrite, corrections }: ObjectivesProps) {
  const words = useTranslations("policies");
  return (
    <Table
      className="cards"
      caption={words("objectivesCaption", { year })}
      columns={[words("objective"), words("measure"), words("target"), words("result")]}
    >
      {objectives.map(({ id, text, measure, target, result }) => (
        <tr key={id}>
          <th scope="row">
            {text}{" "}
            {mayWrite && (
              <a className="small no-print" href={`/agencies/${agency.code}/objectives/edit?id=${id}`}>
                {words("edit")} <span className="visually-hidden">{words("editObjective", { text })}</span>
              </a>
            )}{" "}
            <CancelEntry code={agency.code} of="objective" name={text} {...{ id, corrections }} />
          </th>
          <td data-label={words("measure")}>{measure}</td>
          <td data-label={words("target")}>{target}</td>
          <td data-label={words("result")}>{result ?? <span className="soft">{words("noResult")}</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Quality objectives, this year's first; a year without any is said, not left out. */
export function Objectives(props: ObjectivesProps) {
  const { agency, objectives, year, mayWrite } = props;
  const words = useTranslations("policies");
  const years = [...new Set([year, ...objectives.map((objective) => objective.year)])].sort((a, b) => b - a);
  return (
    <section className="stack" id="objectives">
      <h2>{words("objectives")}</h2>
      {years.map((each) => {
        const ofYear = objectives.filter((objective) => objective.year === each);
        return ofYear.length === 0 ? (
          <p key={each} className="notice watch">
            {words("noObjectives", { year: each })}
          </p>
        ) : (
          <YearTable key={each} {...props} objectives={ofYear} year={each} />
        );
      })}
      {mayWrite && (
        <a className="button second" href={`/agencies/${agency.code}/objectives/edit`}>
          {words("newObjective")}
        </a>
      )}
    </section>
  );
}
