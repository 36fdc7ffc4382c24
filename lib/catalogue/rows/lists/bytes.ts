import { readDecision } from "@/lib/catalogue/reading/rules";
import type { ReadRow } from "@/lib/catalogue/reading/types";
import { problemsOf } from "@/lib/catalogue/rows/rules";
import type { ReadingForm } from "@/lib/catalogue/rows/schema";
import { tablesOf } from "@/lib/files/tables/bytes";
import { tablesOfText } from "@/lib/files/tables/rules";
import type { Beside } from "@/lib/journal/commands";
import { faultOfFile, isChosen } from "@/lib/kernel/file-size";
import { problem } from "@/lib/kernel/problem";
import { refuse, Refused, refuseIf, type Refusal } from "@/lib/kernel/result";

async function rowsOfList({ file, pasted }: ReadingForm): Promise<ReadRow[]> {
  if (!file && pasted === "") refuse("list-needed", "file");
  if (file && pasted !== "") refuse("list-twice", "pasted");
  const field = file ? "file" : "pasted";
  const read = file
    ? await tablesOf(new Uint8Array(await file.arrayBuffer()), file.name)
    : { tables: tablesOfText(pasted, "") };
  if ("fault" in read) refuse(read.fault, field);
  const { rows, problems, found } = readDecision(read.tables);
  if (!found) refuse("list-without-heading", field);
  refuseIf(problemsOf(problems, field));
  if (rows.length === 0) refuse("list-empty", field);
  return rows;
}

/** The rows of a decision's list, out of a file or of what was pasted; a refusal with the rows that cannot be. */
export const listOf = (form: ReadingForm): Promise<ReadRow[] | Refusal> =>
  rowsOfList(form).catch((error: unknown) => {
    if (error instanceof Refused) return error.refusal;
    throw error;
  });

/** Says of a file that is no table, whatever else is wrong with its form. */
export const listBeside: Beside = async (_viewer, { file }) => {
  if (!(file instanceof File) || !isChosen(file) || faultOfFile(file)) return [];
  const read = await tablesOf(new Uint8Array(await file.arrayBuffer()), file.name);
  return "fault" in read ? [problem(read.fault, "file")] : [];
};
