import type { RecordBreak } from "@/lib/journal/types";
import { groupBy } from "@/lib/kernel/collections";

/** Rows of a record that are named one by one; of more the first are, and the rest are counted. */
const named = 3;

const partsOf = (name: string): [table: string, key: string] => {
  const [table = "", ...key] = name.split(" ");
  return [table, key.join(" ")];
};

/**
 * What is wrong with records, a line for each: rows of one table that are wrong in one way stand together, as one day that was altered can
 * put ninety rows beside it in a wrong light.
 */
export function breakLines(breaks: readonly RecordBreak[]): string[] {
  const groups = groupBy(breaks, ({ entity, entityId, name, reason }) =>
    [entity, entityId, partsOf(name)[0], reason].join("\n"),
  );
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { entity, entityId, name, reason } = first;
    if (rows.length === 1) return [`broken: ${name} of ${entity} ${entityId} (${reason})`];
    const keys = rows.slice(0, named).map((row) => partsOf(row.name)[1]);
    const rest = rows.length > named ? ` and ${rows.length - named} more` : "";
    return [
      `broken: ${partsOf(name)[0]} of ${entity} ${entityId} (${reason}), ${rows.length} rows: ${keys.join(", ")}${rest}`,
    ];
  });
}
