import { searchKey } from "@/lib/kernel/text";
import type { Procedure, ProcedureName } from "@/lib/catalogue/types";

/** "1.004238 Công nhận trường mầm non …"; what lacks a code or a name is called by the other. */
export const procedureName = ({ code, name }: ProcedureName): string =>
  [code, name].filter(Boolean).join(" ");

/** The fields of work of procedures, in the order of the alphabet. */
export const fieldsOf = (procedures: readonly Pick<Procedure, "field">[]): string[] =>
  [...new Set(procedures.map(({ field }) => field))].sort((a, b) => a.localeCompare(b, "vi"));

/** Those whose code, name, field or bodies have all the words, with or without their marks. */
export function withWords<Of extends Procedure>(procedures: readonly Of[], words: string): Of[] {
  const asked = searchKey(words).split(" ").filter(Boolean);
  return procedures.filter((each) => {
    const text = searchKey(`${procedureName(each)} ${each.field} ${each.performs} ${each.decides}`);
    return asked.every((word) => text.includes(word));
  });
}
