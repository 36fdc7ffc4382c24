import { fillHere, type FormWords } from "@/components/ui/form-fields";
import type { FormProblem } from "@/lib/gate/types";
import { faultOfFiles, isChosen } from "@/lib/kernel/file-size";

const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** What is wrong with the chosen files, said before anything is sent: the server would say the same, minutes later. */
export async function fileProblems(data: FormData, words: FormWords["files"]): Promise<FormProblem[]> {
  const problems: FormProblem[] = [];
  for (const field of new Set(data.keys())) {
    const files = data.getAll(field).filter((each) => each instanceof File && isChosen(each)) as File[];
    const fault = faultOfFiles(files);
    if (fault) problems.push({ field, text: fillHere(words[fault.code], fault.values) });
    for (const file of fault ? [] : files)
      if (!(await isReadable(file)))
        problems.push({ field, text: fillHere(words["file-unreadable"], { name: file.name }) });
  }
  return problems;
}
