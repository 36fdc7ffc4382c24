import { useTranslations } from "next-intl";

import { ClockOff } from "@/components/audits/clock-off";
import type { Tone } from "@/components/ui/sign";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ImportLine, ImportRecord, LineResult } from "@/lib/fieldwork/sealed-files/types";
import { formatInstant } from "@/lib/kernel/format";

const tones = {
  received: "good",
  there: "good",
  kept: "watch",
  held: "waiting",
  refused: "bad",
} satisfies Record<LineResult, Tone>;

function Why({ line }: { line: ImportLine }) {
  const words = useTranslations("imports");
  const problems = useTranslations("problems");
  if (line.result === "kept" && line.problems.every(({ code }) => code === "stale"))
    return <span className="small">{words("keptWhy")}</span>;
  return (
    <span className="small">
      {line.problems.map(({ code, values }) => problems(code, values ?? {})).join(" ")}
    </span>
  );
}

function Line({ line }: { line: ImportRecord["lines"][number] }) {
  const words = useTranslations("imports");
  const { to, part, agencyName, recordedAt, result, receiptNo, receivedAt } = line;
  const receipt = [receiptNo, receivedAt && formatInstant(receivedAt)].filter(Boolean).join(", ");
  const moment = new Date(recordedAt ?? Number.NaN);
  return (
    <tr>
      <th scope="row">{words(`to.${to}`, { part: part || words("unknown") })}</th>
      <td data-label={words("agency")}>{agencyName ?? words("unknown")}</td>
      <td data-label={words("recordedAt")}>
        {Number.isNaN(moment.getTime()) ? words("unknown") : formatInstant(moment)}
        <ClockOff clockFast={line.clockFast ?? null} recordedAt={moment} receivedAt={receivedAt} />
      </td>
      <td data-label={words("came")}>
        <Tag tone={tones[result]}>{words(`result.${result}`)}</Tag>
      </td>
      <td data-label={words("receipt")}>{receipt || words("unknown")}</td>
      <td data-label={words("why")}>
        <Why line={line} />
      </td>
    </tr>
  );
}

/** What became of each item of a file. */
export function ImportPage({ taken }: { taken: ImportRecord }) {
  const words = useTranslations("imports");
  const { accountName: name, lines, counts, madeAt, takenAt, takenName, receiptNo, sha256 } = taken;
  const [made, at] = [formatInstant(madeAt), formatInstant(takenAt)];
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href="/imports">‹ {words("toList")}</a>
        </p>
        <h1>{words("sentence", { name, all: lines.length, here: counts.received + counts.there })}</h1>
        <p className="soft">
          {words("facts", { madeAt: made, takenAt: at, takenName, receipt: receiptNo, sha256 })}
        </p>
      </div>
      <Table
        className="cards"
        caption={words("lines")}
        columns={[
          words("what"),
          words("agency"),
          words("recordedAt"),
          words("came"),
          words("receipt"),
          words("why"),
        ]}
      >
        {lines.map((line, index) => (
          <Line key={`${index} ${line.itemId}`} line={line} />
        ))}
      </Table>
    </div>
  );
}
