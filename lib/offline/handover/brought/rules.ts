import type { Brought, Handed, Handover, Told, ToldSheet } from "@/lib/offline/handover/types";
import { isBlank, same } from "@/lib/offline/merge/rules";
import type { SheetAnswers } from "@/lib/offline/types";

/** Names one after another, each once. */
const allOf = (...names: string[]): string =>
  [...new Set(names.flatMap((each) => each.split(", ")))].join(", ");

/** By name, who recorded what was brought, oneself before the others where it is partly one's own. */
export const recorderOf = ({ name, own = [] }: Brought, ownName: string): string =>
  own.length > 0 ? allOf(ownName, name) : name;

/** The questions of a group that the server has not confirmed, and that stand beside what came. */
const unsentBeside = ({ answers, base }: ToldSheet, came: SheetAnswers): string[] =>
  Object.keys(answers).filter(
    (code) => !(code in came) && !isBlank(answers[code]) && !same(answers[code], base[code]),
  );

/** The groups that a file changed, as they stand with it, and who recorded what of them nobody had sent. */
export const broughtBy = (
  changed: Readonly<Record<string, SheetAnswers>>,
  { name, madeAt, sheets }: Handed,
  mine: Told,
  handover: Handover,
): Readonly<Record<string, Brought>> =>
  Object.fromEntries(
    Object.entries(changed).map(([groupCode, came]): [string, Brought] => {
      const sheet = mine.sheets.find((each) => each.groupCode === groupCode);
      const theirs = sheets.find((each) => each.groupCode === groupCode)?.by ?? name;
      const answers = { ...sheet?.answers, ...came };
      const unsent = sheet ? unsentBeside(sheet, came) : [];
      const before = sheet && unsent.length > 0 ? broughtFrom(handover, groupCode, sheet.answers) : null;
      const own = before ? before.own : unsent;
      return [
        groupCode,
        { name: before ? allOf(before.name, theirs) : theirs, madeAt, answers, ...(own && { own }) },
      ];
    }),
  );

/** Who recorded a clause group on another phone, while it stands as it was taken in. */
export function broughtFrom(
  handover: Handover | undefined,
  groupCode: string,
  answers: SheetAnswers,
): Brought | null {
  const brought = handover?.brought?.[groupCode];
  const codes = Object.keys({ ...answers, ...brought?.answers });
  return brought && codes.every((code) => same(answers[code], brought.answers[code])) ? brought : null;
}
