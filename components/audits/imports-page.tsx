import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import { largestFile } from "@/lib/fieldwork/sealed-files/rules";
import { lineResults, type ImportCounts, type ImportSummary } from "@/lib/fieldwork/sealed-files/types";
import { formatInstant } from "@/lib/kernel/format";
import type { ProblemCode } from "@/lib/kernel/problem";

const max = largestFile / 1024 / 1024;

function Upload({ problem }: { problem: ProblemCode | null }) {
  const words = useTranslations("imports");
  const problems = useTranslations("problems");
  return (
    <form className="form" method="post" action="/api/imports" encType="multipart/form-data">
      <div className={problem ? "field faulty" : "field"}>
        <label htmlFor="field-file">{words("file")}</label>
        <span className="hint" id="field-file-hint">
          {words("fileHint", { max })}
        </span>
        {problem && (
          <span className="fault" id="field-file-fault" role="alert">
            {problems(problem, { max })}
          </span>
        )}
        <input
          className="input"
          id="field-file"
          type="file"
          name="file"
          accept=".nenep"
          required
          aria-describedby={problem ? "field-file-hint field-file-fault" : "field-file-hint"}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      <button className="button">{words("take")}</button>
    </form>
  );
}

function Counts({ counts }: { counts: ImportCounts }) {
  const words = useTranslations("imports");
  const said = lineResults.filter((result) => counts[result] > 0);
  return said.map((result) => `${words(`result.${result}`)}: ${counts[result]}`).join("; ");
}

function ImportTable({ imports }: { imports: readonly ImportSummary[] }) {
  const words = useTranslations("imports");
  return (
    <Table
      className="cards"
      caption={words("caption")}
      columns={[words("whose"), words("madeAt"), words("came"), words("takenAt"), words("takenName")]}
    >
      {imports.map(({ id, accountName, madeAt, takenAt, takenName, counts }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`/imports/${id}`}>{accountName}</a>
          </th>
          <td data-label={words("madeAt")}>{formatInstant(madeAt)}</td>
          <td data-label={words("came")}>
            <Counts counts={counts} />
          </td>
          <td data-label={words("takenAt")}>{formatInstant(takenAt)}</td>
          <td data-label={words("takenName")}>{takenName}</td>
        </tr>
      ))}
    </Table>
  );
}

export type ImportsPageProps = {
  imports: readonly ImportSummary[];
  /** Why the last file was not taken. */
  problem: ProblemCode | null;
};

/** Where an administrator brings in what a device could not send, and what was brought in before. */
export function ImportsPage({ imports, problem }: ImportsPageProps) {
  const words = useTranslations("imports");
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("title")}</h1>
        <p>{words("intro")}</p>
      </div>
      <Upload problem={problem} />
      {imports.length === 0 ? <p className="soft">{words("none")}</p> : <ImportTable imports={imports} />}
    </div>
  );
}
