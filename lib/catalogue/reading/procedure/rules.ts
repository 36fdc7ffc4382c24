import {
  basesIn,
  codeAttempted,
  codeCell,
  codesIn,
  codesReplaced,
  codesReplacing,
  isLabelled,
  isMarked,
  isTick,
  withoutCodes,
} from "@/lib/catalogue/reading/cells/rules";
import { dayCell, daysSaid, untilCell, withoutDays, type DayRead } from "@/lib/catalogue/reading/days/rules";
import type { Header, Role } from "@/lib/catalogue/reading/headings/types";
import { actIn, said } from "@/lib/catalogue/reading/sections/rules";
import type { Section } from "@/lib/catalogue/reading/sections/types";
import type {
  Place,
  ProcedureAct,
  ReadProblem,
  ReadProblemCode,
  ReadRow,
} from "@/lib/catalogue/reading/types";
import { beginning, oneLine, searchKey } from "@/lib/kernel/text";
import type { TableRow } from "@/lib/files/tables/types";

/*
 * One row of a list, its columns known: what it says of its procedure, together with the headings above it.
 */

/** A row read, its problems, and the codes that it says take its place. */
export type Understood = { row: ReadRow; problems: ReadProblem[]; successors: readonly string[] };

type Cells = {
  /** The first cell of these roles with anything in it, the roles in their order. */
  first: (...roles: Role[]) => string;
  all: (role: Role) => string[];
};

export function cellsOf(header: Header, row: TableRow): Cells {
  const all = (role: Role): string[] =>
    header.columns.flatMap((column) => {
      const cell = column.role === role ? (row.cells[column.index] ?? "").trim() : "";
      return cell === "" ? [] : [cell];
    });
  const first = (...roles: Role[]): string => {
    for (const role of roles) for (const cell of all(role)) return cell;
    return "";
  };
  return { first, all };
}

type Codes = { code: string | null; replaces: string[]; successors: string[]; malformed: string | null };

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)];

/** Which of the codes of a row is its own, and which it takes the place of. */
function codesOf({ first }: Cells, act: ProcedureAct): Codes {
  const [number, code, name, note] = [first("number"), first("code"), nameCell(first), first("note")];
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
  const mine = newer[0] ?? named[0] ?? own[0] ?? inNumber[0] ?? null;
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
    replaces: distinct([...old.codes, ...saidOld, ...before, ...oldNames]),
    successors: distinct([...saidNew, ...(act === "ended" ? renamed.codes : [])]),
    malformed: typeof torn === "string" ? torn : null,
  };
}

const nameCell = (first: Cells["first"]): string => first("newName", "name", "oldName");

const neutral =
  /\b(?:cong khai|con hieu luc|dang co hieu luc|dang ap dung|dang thuc hien|giu nguyen|hoat dong|chuan hoa|dung chung|noi bo)\b/;
const startsAct = /^(?:(?:tthc|thu tuc hanh chinh|thu tuc) )?(?:da |se )?(?:duoc |bi )?/;
const endedNote = new RegExp(
  `${startsAct.source}(?:bai bo|huy bo)(?= (?:ke tu|tu|ngay|theo|tthc|thu tuc|do|thay)\\b|$)`,
);
const changedNote = new RegExp(
  `${startsAct.source}(?:sua doi|thay the|moi ban hanh|ban hanh moi|moi cong bo)\\b`,
);

/** The act that a state in words is; null where it is none, "unknown" where nobody can say. */
function actOfState(cell: string): ProcedureAct | "unknown" | null {
  const key = searchKey(cell);
  if (key === "") return null;
  if (/^(?:tthc |thu tuc )?moi$/.test(key)) return "published";
  if (/\b(?:het hieu luc|khong con hieu luc)\b/.test(key)) return "ended";
  const act = actIn(key);
  if (act === undefined) return neutral.test(key) ? null : "unknown";
  return act === "several" ? "unknown" : act;
}

/** The act that a remark begins with; a remark about parts of a procedure is none. */
function actOfNote(cell: string): ProcedureAct | null {
  const key = searchKey(cell);
  if (key === "moi") return "published";
  if (endedNote.test(key)) return "ended";
  if (!changedNote.test(key)) return null;
  const act = actIn(key);
  return act === "several" || act === undefined ? null : act;
}

type Act = { act: ProcedureAct; unknown: string | null };

/** The row's own word goes before the heading's; that it ends on a day to come leaves what a heading says it is until then. */
function actOf({ first }: Cells, sections: readonly Section[], endsLater: boolean): Act {
  const above = said(sections, "act");
  const heading = above === "several" ? null : (above ?? null);
  const status = actOfState(first("status"));
  const note = actOfNote(first("note"));
  if (status === "unknown") return { act: heading ?? "published", unknown: first("status") };
  const own = status ?? note;
  if (own === "ended" && endsLater && heading !== null) return { act: heading, unknown: null };
  if (own) return { act: own, unknown: null };
  return { act: heading ?? "published", unknown: above === "several" && !endsLater ? nameCell(first) : null };
}

type Days = { from: PlainDateOrNull; to: PlainDateOrNull; malformed: string[] };
type PlainDateOrNull = ReadRow["effectiveOn"];

function daysOf({ first, all }: Cells): Days {
  const remarks = [nameCell(first), first("status"), first("number"), ...all("note")];
  const read = remarks.map((text) => ({ text, ...daysSaid(text) }));
  const from: [string, DayRead][] = [
    ...all("from").map((text): [string, DayRead] => [text, dayCell(text)]),
    ...read.map((each): [string, DayRead] => [each.text, each.from]),
  ];
  const to: [string, DayRead][] = [
    ...all("to").map((text): [string, DayRead] => [text, dayCell(text)]),
    ...all("until").map((text): [string, DayRead] => [text, untilCell(text)]),
    ...read.map((each): [string, DayRead] => [each.text, each.to]),
  ];
  const firstDay = (days: readonly [string, DayRead][]) => days.find(([, { day }]) => day)?.[1].day ?? null;
  return {
    from: firstDay(from),
    to: firstDay(to),
    malformed: distinct([...from, ...to].flatMap(([text, { malformed }]) => (malformed ? [text] : []))),
  };
}

/** "Cấp tỉnh, Cấp xã": as written, or the columns that are marked. */
function levelsOf(header: Header, row: TableRow): string {
  const written = header.columns.flatMap(({ role, index, label }) => {
    const cell = role === "levels" ? oneLine(row.cells[index] ?? "") : "";
    if (cell === "" || !isMarked(cell)) return [];
    return [isTick(cell) ? oneLine(label) : cell];
  });
  return distinct(written).join(", ");
}

const saysOf = (cells: Cells, role: Role, words: RegExp): boolean =>
  cells.all(role).some(isMarked) ||
  [...cells.all("note"), ...cells.all("status")].some((text) => words.test(searchKey(text)));

/** What a row that is a procedure says. */
export function understand(
  row: TableRow,
  header: Header,
  sections: readonly Section[],
  place: Place,
): Understood {
  const cells = cellsOf(header, row);
  const { first, all } = cells;
  const days = daysOf(cells);
  const { act, unknown } = actOf(cells, sections, days.to !== null);
  const codes = codesOf(cells, act);
  // What ends has no beginning: its day of effect is the day on which it ends.
  const endsOn = act === "ended" ? (days.to ?? days.from) : days.to;
  const effectiveOn = act === "ended" ? null : days.from;
  const name = withoutCodes(withoutDays(nameCell(first)));
  const found: ReadRow = {
    place,
    act,
    code: codes.code,
    name,
    field: oneLine(first("field")) || (said(sections, "field") ?? ""),
    levels: levelsOf(header, row) || (said(sections, "levels") ?? ""),
    decides: oneLine(first("decides")),
    performs: oneLine(first("performs")) || (said(sections, "performs") ?? ""),
    effectiveOn,
    endsOn,
    replaces: codes.replaces.filter((each) => each !== codes.code),
    shared: said(sections, "shared") === true || saysOf(cells, "shared", /\bdung chung\b/),
    noCase: saysOf(cells, "noCase", /\bkhong phat sinh\b/),
    internal:
      said(sections, "internal") === true ||
      saysOf(cells, "internal", /\b(?:tthc|thu tuc hanh chinh) noi bo\b/),
    bases: distinct(all("bases").flatMap(basesIn)),
  };
  const problem = (code: ReadProblemCode, what: string): ReadProblem => ({
    place,
    code,
    what: beginning(oneLine(what), 200),
  });
  return {
    row: found,
    successors: codes.successors,
    problems: [
      ...(name === ""
        ? [problem("row-without-name", codes.code ?? row.cells.find((cell) => cell.trim()) ?? "")]
        : []),
      ...(codes.malformed === null ? [] : [problem("row-code-malformed", codes.malformed)]),
      ...days.malformed.map((text) => problem("row-day-malformed", text)),
      ...(unknown === null ? [] : [problem("row-act-unknown", unknown)]),
      ...(effectiveOn && endsOn && endsOn <= effectiveOn
        ? [problem("row-end-before-start", `${effectiveOn} – ${endsOn}`)]
        : []),
      ...(codes.code && codes.replaces.includes(codes.code)
        ? [problem("row-replaces-itself", codes.code)]
        : []),
    ],
  };
}
