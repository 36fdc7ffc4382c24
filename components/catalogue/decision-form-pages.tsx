import { getTranslations } from "next-intl/server";

import { backToLaw } from "@/components/legal/law-back";
import { FormPage } from "@/components/ui/form-page";
import { Table } from "@/components/ui/table";
import { rowsShown } from "@/lib/catalogue/rows/rules";
import type { Candidate, ProcedureRow } from "@/lib/catalogue/rows/types";
import { procedureName } from "@/lib/catalogue/rules";
import type { FormAction, FormState } from "@/lib/gate/types";
import type { Law } from "@/lib/legal/register/types";
import { shortName } from "@/lib/legal/rules";

type Sent = { law: Law; action: FormAction; initial: FormState };

/** Reads a decision's list of procedures into the draft of its changes. */
export async function ReadListPage({ law, ...sent }: Sent) {
  const words = await getTranslations("catalogue");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("readTitle", { name: shortName(law) })}
      submit={words("readSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        {
          ...{ kind: "file", name: "file", label: words("file"), hint: words("fileHint"), optional: true },
          accept: ".xlsx,.docx,.csv",
        },
        {
          ...{ kind: "textarea", name: "pasted", label: words("pasted"), hint: words("pastedHint") },
          ...{ rows: 6, optional: true },
        },
      ]}
    >
      <p>{words("readIntro")}</p>
    </FormPage>
  );
}

type MatchProps = Sent & { row: ProcedureRow; candidates: readonly Candidate[] };

/** Says which procedure a row means: what its name speaks for, one by its code, or a new one. */
export async function MatchPage({ law, row, candidates, ...sent }: MatchProps) {
  const words = await getTranslations("catalogue");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("matchTitle")}
      submit={words("matchSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "hidden", name: "rowId", value: row.id },
        {
          ...{ kind: "radios", name: "meant", label: words("matchLabel") },
          options: [
            ...candidates.map((each) => ({ value: each.id, label: procedureName(each) })),
            { value: "code", label: words("matchCode") },
            { value: "new", label: words("matchNew") },
          ],
        },
        {
          ...{ kind: "text", name: "code", label: words("codeLabel"), hint: words("codeHint") },
          optional: true,
        },
      ]}
    >
      <p>{words("matchIntro", { place: row.place, act: words(`act.${row.act}`), name: row.name })}</p>
    </FormPage>
  );
}

/** A row that is named as one known procedure alone, and that procedure. */
export type ClearRow = { row: ProcedureRow; procedure: Candidate };

/** Says of all rows that are named as one known procedure alone that they mean it. */
export async function MatchAllPage({ law, clear, ...sent }: Sent & { clear: readonly ClearRow[] }) {
  const words = await getTranslations("catalogue");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("matchAllTitle")}
      submit={words("matchAllSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        {
          ...{ kind: "read", name: "shown" },
          value: rowsShown(clear.map(({ row, procedure }) => ({ id: row.id, procedureId: procedure.id }))),
        },
      ]}
    >
      <p>{words("matchAllIntro")}</p>
      <Table className="cards" columns={[words("rowPlace"), words("rowColumn"), words("meansColumn")]}>
        {clear.map(({ row, procedure }) => (
          <tr key={row.id}>
            <td data-label={words("rowPlace")}>{row.place}</td>
            <th scope="row">{row.name}</th>
            <td data-label={words("meansColumn")}>{procedureName(procedure)}</td>
          </tr>
        ))}
      </Table>
    </FormPage>
  );
}

/** Takes rows off a draft. */
export async function DropRowsPage({
  law,
  rows,
  rowId,
  ...sent
}: Sent & { rows: readonly ProcedureRow[]; rowId: string }) {
  const words = await getTranslations("catalogue");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("dropTitle")}
      submit={words("dropSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "hidden", name: "rowId", value: rowId },
        { kind: "read", name: "shown", value: rowsShown(rows) },
      ]}
    >
      <p>{words("dropIntro", { count: rows.length })}</p>
      <ul>
        {rows.slice(0, 20).map((row) => (
          <li key={row.id}>{procedureName(row)}</li>
        ))}
        {rows.length > 20 && <li>…</li>}
      </ul>
    </FormPage>
  );
}
