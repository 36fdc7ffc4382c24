import {
  codeAttempted,
  codeCell,
  codesIn,
  codesReplaced,
  codesReplacing,
  isLabelled,
} from "@/lib/catalogue/reading/cells/rules";
import { nameCell, type Cells } from "@/lib/catalogue/reading/columns/rules";
import type { ProcedureAct } from "@/lib/catalogue/types";

type Codes = { code: string | null; replaces: string[]; successors: string[]; malformed: string | null };

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)];

/** Which of the codes of a row is its own, and which it takes the place of. */
export function codesOf({ first }: Cells, act: ProcedureAct): Codes {
  const [number, code, name, note] = [first("number"), first("code"), nameCell({ first }), first("note")];
  const column = codeCell(code);
  const renamed = codeCell(first("newCode"));
  const old = codeCell(first("oldCode"));
  const texts = [code, name, note];
  const saidOld = texts.flatMap(codesReplaced);
  const saidNew = texts.flatMap(codesReplacing);
  const aside = new Set([...saidOld, ...saidNew]);
  const own = column.codes.filter((each) => !aside.has(each));
  const inName = codesIn(name).filter((each) => !aside.has(each));
  const inNumber = codesIn(number);
  const newer = act === "ended" ? [] : renamed.codes;
  const named = isLabelled(name) || own.length === 0 ? inName : [];
  // What ends is known by its old code, where it has no other.
  const last = act === "ended" ? old.codes[0] : undefined;
  const mine = newer[0] ?? named[0] ?? own[0] ?? inNumber[0] ?? last ?? null;
  const strange = [
    ...own.slice(1),
    ...inName.slice(1),
    ...newer.slice(1),
    ...inName.filter((each) => !named.includes(each) && each !== own[0]),
  ];
  const torn = [
    column.malformed && code,
    renamed.malformed && first("newCode"),
    old.malformed && first("oldCode"),
    mine === null && codeAttempted(name),
    strange.length > 0 && distinct([...own, ...inName, ...newer]).join(", "),
  ].find(Boolean);
  const before = [...inNumber, ...own, ...named].filter((each) => each !== mine && !strange.includes(each));
  const oldNames = first("newName") ? codesIn(first("oldName")).filter((each) => each !== mine) : [];
  return {
    code: mine,
    replaces: distinct([
      ...old.codes.filter((each) => each !== last || each !== mine),
      ...saidOld,
      ...before,
      ...oldNames,
    ]),
    successors: distinct([...saidNew, ...(act === "ended" ? renamed.codes : [])]),
    malformed: typeof torn === "string" ? torn : null,
  };
}
