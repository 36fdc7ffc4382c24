import { useTranslations } from "next-intl";

import { ProcedureMarks } from "@/components/catalogue/procedure-line";
import { Table } from "@/components/ui/table";
import { countActs, holdsFrom } from "@/lib/catalogue/rows/rules";
import type { ProcedureRow } from "@/lib/catalogue/rows/types";
import { procedureName } from "@/lib/catalogue/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type DecisionRowsProps = {
  lawId: string;
  rows: readonly ProcedureRow[];
  /** The day that rows without their own follow. */
  from: PlainDate;
  /** May they still be matched and taken off? */
  open: boolean;
  /** The heading under which it stands is one level above. */
  heading: "h2" | "h3";
  /** How many are named as one known procedure alone. */
  clear: number;
};

function Match({ row, lawId, open }: Pick<DecisionRowsProps, "lawId" | "open"> & { row: ProcedureRow }) {
  const words = useTranslations("catalogue");
  if (!open) return null;
  return (
    <td data-label={words("matchColumn")}>
      {row.procedureId !== null && <span className="soft">{words("matched")}</span>}{" "}
      {(row.procedureId === null || row.code === null) && (
        <a href={`/laws/${lawId}/match?row=${row.id}`}>
          {words(row.procedureId === null ? "match" : "matchAnew")}
        </a>
      )}{" "}
      <a className="small" href={`/laws/${lawId}/drop-rows?row=${row.id}`}>
        {words("dropRow")}
      </a>
    </td>
  );
}

/** What a decision publishes, row by row; of a draft with what is still to be said of a row. */
export function DecisionRows({ lawId, rows, from, open, clear, heading: Heading }: DecisionRowsProps) {
  const words = useTranslations("catalogue");
  if (rows.length === 0) return null;
  const unmatched = rows.filter(({ procedureId }) => procedureId === null).length;
  const columns = [words("rowPlace"), words("procedure"), words("actColumn"), words("since")];
  return (
    <section className="stack">
      <Heading>{words("rows")}</Heading>
      <p>{words("rowsSentence", countActs(rows))}</p>
      {open && unmatched > 0 && (
        <div className="notice watch">
          <p>{words("unmatchedNote", { count: unmatched })}</p>
          {clear > 0 && (
            <p>
              <a href={`/laws/${lawId}/match-all`}>{words("matchAll", { count: clear })}</a>
            </p>
          )}
        </div>
      )}
      <Table className="cards" columns={open ? [...columns, words("matchColumn")] : columns}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label={words("rowPlace")}>{row.place}</td>
            <th scope="row">
              {procedureName(row)} <ProcedureMarks procedure={row} />
              <div className="soft small">{row.field}</div>
              {row.replaces.length > 0 && (
                <div className="soft small">
                  {words("replaces", { names: row.replaces.map(procedureName).join("; ") })}
                </div>
              )}
            </th>
            <td data-label={words("actColumn")}>{words(`act.${row.act}`)}</td>
            <td data-label={words("since")}>
              {formatDate(holdsFrom(row, from))}
              {row.act !== "ended" && row.endsOn && (
                <div className="soft small">{words("rowEnds", { date: formatDate(row.endsOn) })}</div>
              )}
            </td>
            <Match {...{ row, lawId, open }} />
          </tr>
        ))}
      </Table>
      {open && (
        <p>
          <a href={`/laws/${lawId}/drop-rows`}>{words("dropRows")}</a>
        </p>
      )}
    </section>
  );
}
