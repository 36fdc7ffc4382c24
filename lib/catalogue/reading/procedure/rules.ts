import { basesIn, isMarked, isTick, withoutCodes } from "@/lib/catalogue/reading/cells/rules";
import { actOf } from "@/lib/catalogue/reading/acts/rules";
import { codesOf } from "@/lib/catalogue/reading/codes/rules";
import { cellsOf, nameCell, type Cells } from "@/lib/catalogue/reading/columns/rules";
import { dayCell, daysSaid, untilCell, withoutDays, type DayRead } from "@/lib/catalogue/reading/days/rules";
import type { Header, Role } from "@/lib/catalogue/reading/headings/types";
import { said } from "@/lib/catalogue/reading/sections/rules";
import type { Section } from "@/lib/catalogue/reading/sections/types";
import type { Place, ReadProblem, ReadProblemCode, ReadRow } from "@/lib/catalogue/reading/types";
import { beginning, oneLine, searchKey } from "@/lib/kernel/text";
import type { TableRow } from "@/lib/files/tables/types";

/*
 * One row of a list, its columns known: what it says of its procedure, together with the headings above it.
 */

/** A row read, its problems, and the codes that it says take its place. */
export type Understood = { row: ReadRow; problems: ReadProblem[]; successors: readonly string[] };

type Days = { from: DayRead["day"]; to: DayRead["day"]; malformed: string[] };

function daysOf(cells: Cells): Days {
  const { first, all } = cells;
  const remarks = [nameCell(cells), first("status"), first("number"), ...all("note")];
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
export function levelsOf(header: Header, row: TableRow): string {
  const written = header.columns.flatMap(({ role, index, label }) => {
    const cell = role === "levels" ? oneLine(row.cells[index] ?? "") : "";
    if (cell === "" || !isMarked(cell)) return [];
    return [isTick(cell) ? oneLine(label) : cell];
  });
  return distinct(written).join(", ");
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Is a box of this kind marked, or do the row's remarks say so? */
const saysOf = (cells: Cells, remarks: string, role: Role, words: RegExp): boolean =>
  cells.all(role).some(isMarked) || words.test(remarks);

/** The longest that each text of a row may be, as the database holds it. */
const longest = { name: 1000, field: 300, levels: 300, decides: 1000, performs: 1000 };

const tooLong = (row: ReadRow): string[] =>
  (Object.keys(longest) as (keyof typeof longest)[])
    .map((key) => ({ text: row[key], most: longest[key] }))
    .flatMap(({ text, most }) => (text.length > most ? [beginning(text, 60)] : []));

/** What a row that is a procedure says. */
export function understand(
  row: TableRow,
  header: Header,
  sections: readonly Section[],
  place: Place,
): Understood {
  const cells = cellsOf(header, row);
  const { first, all } = cells;
  const above = said(sections);
  const remarks = searchKey([...all("note"), ...all("status")].join(" "));
  const days = daysOf(cells);
  const { act, unknown } = actOf(cells, above.act, days.to !== null);
  const codes = codesOf(cells, act);
  // What ends has no beginning: its day of effect is the day on which it ends.
  const endsOn = act === "ended" ? (days.to ?? days.from) : days.to;
  const effectiveOn = act === "ended" ? null : days.from;
  const name = withoutCodes(withoutDays(nameCell(cells)));
  const found: ReadRow = {
    place,
    act,
    code: codes.code,
    name,
    field: oneLine(first("field")) || (above.field ?? ""),
    levels: levelsOf(header, row) || (above.levels ?? ""),
    decides: oneLine(first("decides")),
    performs: oneLine(first("performs")) || (above.performs ?? ""),
    effectiveOn,
    endsOn,
    replaces: codes.replaces.filter((each) => each !== codes.code),
    shared: above.shared === true || saysOf(cells, remarks, "shared", /\bdung chung\b/),
    noCase: saysOf(cells, remarks, "noCase", /\bkhong phat sinh\b/),
    internal:
      above.internal === true || saysOf(cells, remarks, "internal", /\b(?:tthc|thu tuc hanh chinh) noi bo\b/),
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
      ...tooLong(found).map((text) => problem("row-too-long", text)),
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
