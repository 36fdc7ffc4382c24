import { useLocale, useTranslations } from "next-intl";

import { roles } from "@/lib/identity/types";
import { namelessIn } from "@/lib/journal/rules";
import type { HistoryEntry, HistoryLine, Value } from "@/lib/journal/types";
import { formatDate, formatInstant, formatNumber, type Locale } from "@/lib/kernel/format";
import { parseDate } from "@/lib/kernel/plain-date";

type Words = ReturnType<typeof useTranslations<"journal">>;
type Key = Parameters<Words>[0];

/** The word for a code that other rooms write, or the code itself where history holds one of an earlier release. */
const wordOr = (words: Words, key: string, otherwise: string): string =>
  /^[a-zA-Z]+\.[\w-]+$/.test(key) && words.has(key as Key) ? words(key as Key) : otherwise;

/** History holds days as yyyy-MM-dd and moments as ISO 8601; people read dd/MM/yyyy. */
function readable(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatInstant(new Date(text));
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null;
  return day ? formatDate(day) : text;
}

/** "Đỗ Thanh Yến (Quản trị viên): tạo tài khoản, ducpho.iso". */
export function useEntrySentence(): (entry: HistoryEntry) => string {
  const words = useTranslations("journal");
  const common = useTranslations("common");
  return ({ action, actorName, actorRole, content, entity }) => {
    const role = roles.find((each) => each === actorRole);
    const actor = role ? `${actorName} (${common(`role.${role}`)})` : common("role.system");
    const act = wordOr(words, `action.${action}`, action);
    const of = wordOr(words, `entity.${entity}`, entity);
    // An agency is named beside the entry: a title in it is that of a post.
    const name = entity === "agency" ? null : (content["name"] ?? content["code"] ?? content["title"]);
    return words("sentence", { actor, act, of, name: typeof name === "string" ? `“${readable(name)}”` : "" });
  };
}

/** What tells a record from its neighbours, first of the fields that an entry has. */
const telling = {
  agency: ["number", "fullName", "post", "kind"],
  other: ["name", "code", "title", "questionCode", "number", "text", "place", "group", "kind", "year"],
} as const;

/** What was done to which record, for whoever has just done it: "Phê duyệt tài liệu “QT-01”, UBND huyện Ba Tơ". */
export function useEntryAct(): (line: HistoryLine) => string {
  const words = useTranslations("journal");
  const locale = useLocale();
  return ({ action, agencyName, content, entity, entityId, names }) => {
    const { text } = fieldWords(words, locale, names);
    const field = telling[entity === "agency" ? "agency" : "other"].find((each) => content[each]);
    const name = names[entityId] ?? (field && text(field, content[field] ?? null));
    const act = wordOr(words, `action.${action}`, action);
    const of = wordOr(words, `entity.${entity}`, entity);
    const what = words("act", { act, of, name: name === undefined ? "" : `“${name}”` }).trim();
    const sentence = what.charAt(0).toUpperCase() + what.slice(1);
    return agencyName === null || name?.includes(agencyName) ? sentence : `${sentence}, ${agencyName}`;
  };
}

/** What people typed stands as they typed it, though it be the word of a code. */
const typed: ReadonlySet<string> = new Set(["name", "fullName", "code", "title", "text", "note", "number"]);

export type FieldWords = { label: (field: string) => string; text: (field: string, value: Value) => string };

/** Says the fields of an entry in words: codes by the catalogue, ids by the names of what they stand for. */
export function fieldWords(words: Words, locale: Locale, names: HistoryLine["names"]): FieldWords {
  const label = (field: string): string => names[field] ?? wordOr(words, `field.${field}`, field);
  const said = (field: string, value: string): string => {
    if (typed.has(field)) return readable(value);
    const word = wordOr(words, `value.${value}`, names[value] ?? readable(value));
    return wordOr(words, `value.${field}-${value}`, word);
  };
  const text = (field: string, value: Value): string => {
    if (value === null || value === "") return words("nothing");
    if (typeof value === "boolean") return words(value ? "yes" : "no");
    if (typeof value === "string") return said(field, value);
    if (typeof value === "number")
      return field === "score" ? formatNumber(value / 100, locale, 2) : String(value);
    if (Array.isArray(value))
      return value.length === 0
        ? words("nothing")
        : value.map((each) => text(field, each as Value)).join("\n");
    return Object.entries(value)
      .filter(([key, each]) => !namelessIn(names, key) && !namelessIn(names, each))
      .map(([key, each]) => `${label(key)}: ${text(key, each)}`)
      .join("\n");
  };
  return { label, text };
}

export function useFieldWords(names: HistoryLine["names"]): FieldWords {
  return fieldWords(useTranslations("journal"), useLocale(), names);
}
