import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { Table } from "@/components/ui/table";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { IssuedLine } from "@/lib/reports/issued/types";
import type { SignatoryChoice } from "@/lib/reports/types";

export type IssuedPageProps = {
  year: number;
  on: PlainDate;
  issued: readonly IssuedLine[];
  signatories: readonly SignatoryChoice[];
  action: FormAction;
  initial: FormState;
};

async function IssuedTable({ issued }: Pick<IssuedPageProps, "issued">) {
  const words = await getTranslations("reports");
  if (issued.length === 0) return <p className="soft">{words("noneIssued")}</p>;
  return (
    <Table
      className="cards"
      caption={words("issuedCaption")}
      columns={[words("paper"), words("on"), words("issuedBy"), words("issuedAt")]}
    >
      {issued.map(({ id, year, on, number, date, issuedBy, issuedAt }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`/reports/${year}/issued/${id}`}>
              {number === null ? words("unnumbered") : words("numbered", { number })}
              {date && ` ${words("dated", { date: formatDate(date) })}`}
            </a>
          </th>
          <td data-label={words("on")}>{formatDate(on)}</td>
          <td data-label={words("issuedBy")}>{issuedBy}</td>
          <td data-label={words("issuedAt")}>{formatInstant(issuedAt)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Who signs, where there is more than one to choose from. */
const signatoryField = (
  signatories: readonly SignatoryChoice[],
  words: Awaited<ReturnType<typeof getTranslations<"reports">>>,
): Field[] =>
  signatories.length < 2
    ? []
    : [
        {
          kind: "select",
          name: "signatory",
          label: words("signatory"),
          hint: words("signatoryHint"),
          options: signatories.map(({ id, label }) => ({ value: id, label })),
        },
      ];

/** The reports of a year as they were issued, and how to issue one: its figures are then kept as they stand. */
export async function IssuedPage({ year, on, issued, signatories, action, initial }: IssuedPageProps) {
  const words = await getTranslations("reports");
  const fields: Field[] = [
    { kind: "hidden", name: "year", value: String(year) },
    { kind: "text", name: "number", label: words("number"), hint: words("numberHint"), optional: true },
    { kind: "date", name: "date", label: words("date"), hint: words("dateHint"), optional: true },
    ...signatoryField(signatories, words),
  ];
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("issuedHeading", { year })}</h1>
        <p>
          <a href={`/reports/${year}/summary.docx`}>{words("preview", { date: formatDate(on) })}</a>
        </p>
      </div>
      <IssuedTable issued={issued} />
      <section className="stack">
        <h2>{words("issueTitle")}</h2>
        <p className="prose">{words("issueIntro", { date: formatDate(on) })}</p>
        <Form action={action} initial={initial} words={await formWords(words("issue"))} fields={fields} />
      </section>
    </div>
  );
}
