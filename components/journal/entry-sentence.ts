import { useTranslations } from "next-intl";

import { roles } from "@/lib/identity/types";
import type { HistoryEntry, Value } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { parseDate } from "@/lib/kernel/plain-date";

type Words = ReturnType<typeof useTranslations<"journal">>;
type Key = Parameters<Words>[0];

/** The word for a code that other rooms write, or the code itself where history holds one of an earlier release. */
const wordOr = (words: Words, key: string, otherwise: string): string =>
  /^[a-zA-Z]+\.[\w-]+$/.test(key) && words.has(key as Key) ? words(key as Key) : otherwise;

/** History holds days as yyyy-MM-dd; people read dd/MM/yyyy. */
function readable(text: string): string {
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
    const name = content["name"] ?? content["code"] ?? content["title"];
    return words("sentence", { actor, act, of, name: typeof name === "string" ? `“${readable(name)}”` : "" });
  };
}

export function useFieldWords(): { label: (field: string) => string; text: (value: Value) => string } {
  const words = useTranslations("journal");
  const text = (value: Value): string => {
    if (value === null || value === "") return words("nothing");
    if (typeof value === "boolean") return words(value ? "yes" : "no");
    if (typeof value === "string") return wordOr(words, `value.${value}`, readable(value));
    if (typeof value === "number") return String(value);
    if (Array.isArray(value)) return value.map((each) => text(each as Value)).join("\n");
    return Object.entries(value)
      .map(([key, each]) => `${wordOr(words, `field.${key}`, key)}: ${text(each)}`)
      .join("\n");
  };
  return { label: (field) => wordOr(words, `field.${field}`, field), text };
}
