import type { KeptItem } from "@/lib/fieldwork/kept/types";
import type { Answers } from "@/lib/checklists/types";

/** Answers as they were saved together; `byForm`: by a person in the office, who sees what stands. */
export type Saving = { receiptNo: string; byForm: boolean; answers: Answers };

type Said = Answers[string] | undefined;
const same = (a: Said, b: Said): boolean => a?.outcome === b?.outcome && a?.note === b?.note;

/** Has a form of the office changed an answer since a receipt? Then somebody has chosen, though it be a third text. */
function isSettled(code: string, since: number, savings: readonly Saving[]): boolean {
  let stood: Said;
  for (const { receiptNo, byForm, answers } of savings) {
    const said = answers[code];
    if (!said) continue;
    if (byForm && Number(receiptNo) > since && !same(said, stood)) return true;
    stood = said;
  }
  return false;
}

/** Of a copy that nobody has chosen, what no form has settled since; null where nothing is left. Anything else stays as it is. `savings`: the oldest first. */
export function withoutSettled(item: KeptItem, savings: readonly Saving[]): KeptItem | null {
  if (item.why !== "unchosen" || item.kind !== "sheets") return item;
  const answers = Object.fromEntries(
    Object.entries(item.answers).filter(([code]) => !isSettled(code, Number(item.receiptNo), savings)),
  );
  return Object.keys(answers).length > 0 ? { ...item, answers } : null;
}
