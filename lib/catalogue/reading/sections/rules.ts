import type { Marked, Said, Section } from "@/lib/catalogue/reading/sections/types";
import type { ProcedureAct } from "@/lib/catalogue/types";
import { oneLine, searchKey } from "@/lib/kernel/text";

/*
 * Lists are divided by headings, in rows of a table and in paragraphs between tables. People set letters above numerals as often as
 * below them: what stands below what is known by what came first. "II" ends "I" and all that was opened since.
 */

/** Headings of one rank end one another; from `number` on, each point in a number is a rank of its own. */
export const ranks = {
  sheet: -1,
  annex: 0,
  part: 0.25,
  chapter: 0.5,
  letter: 1,
  roman: 2,
  title: 2.25,
  subtitle: 2.5,
  remark: 2.625,
  loose: 2.75,
  number: 3,
};

const ordinal = String.raw`\s+(?:thứ\s+|số\s+)*([IVXLC]+|\d+(?:[.-]\d+)*\p{L}?|\p{L}|nhất|một|hai|ba)`;
const marks: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:phụ lục(?:${ordinal})?|biểu${ordinal})(?![\\p{L}\\p{N}])[\\s.):–-]*`, "iu"), ranks.annex],
  [new RegExp(`^phần${ordinal}(?![\\p{L}\\p{N}])[\\s.):–-]*`, "iu"), ranks.part],
  [new RegExp(`^(?:mục|chương|nhóm)${ordinal}(?![\\p{L}\\p{N}])[\\s.):–-]*`, "iu"), ranks.chapter],
  [/^([IVX]+)(?:\s*[.):–-]+\s*|\s+(?=\p{Lu})|$)/u, ranks.roman],
  [/^([A-ZĐ])(?:\s*[.):–-]+\s*|$)/u, ranks.letter],
  [/^(\d{1,4}(?:\.\d{1,3})*\p{Ll}?)(?:\s*[.):–-]+\s*(?!\d)|$)/u, ranks.number],
  [/^(\d{1,3}(?:\.\d{1,3})+)\s+(?=\p{L})/u, ranks.number],
];

/** The mark that a text begins with, or null. */
function markOf(text: string): Marked | null {
  const line = oneLine(text);
  for (const [pattern, rank] of marks) {
    const found = pattern.exec(line);
    if (!found) continue;
    const mark = found[1] ?? found[2] ?? "";
    const deeper = rank === ranks.number ? mark.split(".").length - 1 : 0;
    return { mark, rank: rank + deeper, rest: line.slice(found[0].length) };
  }
  return null;
}

/** The mark that a cell holds and nothing else. */
export function bareMark(cell: string): Marked | null {
  if (cell.length > 24) return null;
  const marked = markOf(cell);
  return marked?.rest === "" ? marked : null;
}

const ended = /\b(?:(?:bi|duoc) (?:bai bo|huy|huy bo)|bai bo|huy bo|bi thay the)\b/;
const amended = /\b(?:sua doi|thay the|sdbs)\b/;
const published =
  /\b(?:moi ban hanh|ban hanh moi|cong bo moi|moi cong bo|bo sung moi|(?:tthc|thu tuc|thu tuc hanh chinh) moi)\b/;

/** The act that words name; `several` where they name more than one. */
export function actIn(key: string): Said["act"] {
  const found: ProcedureAct[] = [];
  if (published.test(key)) found.push("published");
  if (amended.test(key.replaceAll("bi thay the", ""))) found.push("amended");
  if (ended.test(key)) found.push("ended");
  return found.length > 1 ? "several" : found[0];
}

const levelNames = { "trung uong": "Cấp trung ương", tinh: "Cấp tỉnh", huyen: "Cấp huyện", xa: "Cấp xã" };

/** "Cấp tỉnh, Cấp xã". */
function levelsIn(key: string): string {
  const named = Object.entries(levelNames).filter(([name]) =>
    new RegExp(`\\bcap (?:[a-z]+ )?${name}\\b`).test(key),
  );
  return named.map(([, written]) => written).join(", ");
}

const fieldNamed = /(?<!các\s+|\d\s*)l[iĩ]nh\s+v[uự]c\s*:?\s*(.+)$/isu;
const endOfField =
  /\s*(?:[(;]|,?\s(?:thuộc|trên\s+địa\s+bàn|áp\s+dụng|được|bị|mới\s+ban\s+hành|kèm\s+theo|của\s+(?:bộ|sở|ủy\s+ban|uỷ\s+ban|ubnd)))/iu;
const count = /\s*[([:–-]?\s*\d+\s*(?:TTHC|thủ\s+tục(?:\s+hành\s+chính)?)\s*[)\]]?\s*$/iu;

const tidy = (text: string): string =>
  oneLine(text.replace(count, "")).replace(/^[\s:;.,–-]+|[\s:;.,–-]+$/gu, "");

/** The one field of work that a heading names, or nothing. */
function fieldIn(text: string): string {
  const found = fieldNamed.exec(text);
  return found?.[1] ? tidy(found[1].split(endOfField)[0] ?? "") : "";
}

const body = /^(?:sở|chi cục|văn phòng|ban quản lý|ubnd|ủy ban nhân dân|uỷ ban nhân dân)(?!\p{L})/iu;
const listTitle = /^(?:cac |nhom )?(?:danh muc|tthc|thu tuc|thu tuc hanh chinh|bang)\b/;
const startsWithAct = /^(?:(?:duoc|bi) )?(?:moi ban hanh|ban hanh moi|sua doi|thay the|bai bo|huy bo|sdbs)\b/;
/** Sentences of the decision itself, and remarks: they name acts and fields, and divide nothing. */
const sentence =
  /^(?:dieu \d|can cu|theo de nghi|xet de nghi|quyet dinh|kem theo|ban hanh kem|noi nhan|ghi chu|luu y|chu thich|nguon|co hieu luc|tong|chu tich|so \d|ngay)\b/;
const longestHeading = 300;
const longestField = 150;

/** What is said by the words of a heading, wherever it stands. */
function saidBy(text: string, key: string): Said {
  const act = actIn(key);
  const field = fieldIn(text.normalize("NFC"));
  return {
    ...(act ? { act } : {}),
    ...(field ? { field } : {}),
    ...(/\b(?:tthc|thu tuc hanh chinh|thu tuc) noi bo\b/.test(key) ? { internal: true } : {}),
    ...(/\bdung chung\b/.test(key) ? { shared: true } : {}),
  };
}

const isSentence = (text: string, key: string): boolean =>
  key === "" || text.length > longestHeading || /^[(*\-–+]/.test(text) || sentence.test(key);

/** What a heading within a table says: what is nothing else is a field of work. */
function saidInTable(rest: string, key: string): Said {
  const said = saidBy(rest, key);
  const levels = levelsIn(key);
  if (levels) said.levels = levels;
  if (Object.keys(said).length > 0 || rest.length > longestField) return said;
  if (listTitle.test(key)) return said;
  return body.test(rest.normalize("NFC")) ? { performs: tidy(rest) } : { field: tidy(rest) };
}

/** The heading that a row of a table is; `mark` is what stands in the cell before it. Null: it is a remark. */
export function tableHeading(text: string, mark: Marked | null): Section | null {
  const line = oneLine(text);
  const marked = mark ?? markOf(line);
  const rest = mark || !marked ? line : marked.rest;
  const key = searchKey(rest);
  if (isSentence(rest, key)) return null;
  const said = saidInTable(rest, key);
  const title = said.act !== undefined || said.internal || said.shared || listTitle.test(key);
  return { ...said, rank: marked?.rank ?? (title ? ranks.title : ranks.loose) };
}

/** The heading that a title or a paragraph is, or null: only what is marked as one, or is worded as one. */
export function paragraphHeading(text: string): Section | null {
  const line = oneLine(text);
  const marked = markOf(line);
  const rest = marked ? marked.rest : line;
  const key = searchKey(rest);
  if (isSentence(rest, key)) return marked && marked.rank <= ranks.part ? { rank: marked.rank } : null;
  if (marked) {
    if (marked.rank >= ranks.number && /[;.]$/.test(rest)) return null;
    return { ...saidInTable(rest, key), rank: marked.rank };
  }
  const said = saidBy(rest, key);
  const levels = levelsIn(key);
  if (listTitle.test(key) || (startsWithAct.test(key) && !key.includes("quyet dinh"))) {
    const one = levels && !levels.includes(",") && !/\bso [a-z]/.test(key);
    return { ...said, ...(one ? { levels } : {}), rank: ranks.title };
  }
  if (/^(?:trong )?(?:cac )?linh vuc\b/.test(key) && said.field)
    return { field: said.field, rank: ranks.remark };
  return /^cap /.test(key) && levels ? { levels, rank: ranks.remark } : null;
}

/** What the name of a sheet says ("Bãi bỏ", "TTHC mới"). */
export function sheetHeading(name: string): Section {
  const key = searchKey(name);
  const { act, internal, shared } = saidBy(name, key);
  const named = act ?? (/\bmoi\b/.test(key) ? "published" : undefined);
  return {
    ...(named && named !== "several" ? { act: named } : {}),
    ...(internal ? { internal } : {}),
    ...(shared ? { shared } : {}),
    rank: ranks.sheet,
  };
}

const isMark = ({ rank }: Section): boolean => rank > ranks.annex && rank < ranks.title;

/** A title without a mark heads the lettered parts below it; within such a part it heads what is left of the part. */
function rankOf(sections: readonly Section[], { rank }: Section): number {
  if (rank !== ranks.title) return rank;
  const open = sections.findIndex((each) => each.rank === ranks.title);
  const within = sections.slice(open + 1).some(isMark);
  return within && (open < 0 || sections[open]?.act === undefined) ? ranks.subtitle : rank;
}

/** What stays open above a heading. */
function above(sections: readonly Section[], rank: number): readonly Section[] {
  if (rank === ranks.annex) return sections.filter((each) => each.rank === ranks.sheet);
  const same = sections.findIndex((each) => each.rank === rank);
  if (same >= 0) return sections.slice(0, same);
  return rank === ranks.title || rank === ranks.subtitle
    ? sections.filter((each) => each.rank <= ranks.subtitle)
    : sections;
}

/** The headings that are open once another has come. */
export function opened(sections: readonly Section[], next: Section): Section[] {
  const rank = rankOf(sections, next);
  return [...above(sections, rank), { ...next, rank }];
}

/** What the headings that are open say, the innermost first. */
export const said = (sections: readonly Section[]): Said =>
  sections.reduce<Said>((all, each) => ({ ...all, ...each }), {});

const details =
  /^(?:noi dung cu the|noi dung chi tiet|chi tiet|quy trinh noi bo|quy trinh giai quyet|luu do)\b/;

/** Does a list end here, because what follows describes each procedure by itself? */
export function endsList(text: string): boolean {
  const line = oneLine(text);
  return line.length <= longestHeading && details.test(searchKey(markOf(line)?.rest ?? line));
}
