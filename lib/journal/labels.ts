import { entities, type HistoryFilter } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { parseDate } from "@/lib/kernel/plain-date";

type Query = Readonly<Record<string, string>>;

const matching = (text: string | undefined, pattern: RegExp): string | null =>
  text !== undefined && pattern.test(text) ? text : null;

const asTyped = (text: string | undefined): string => (text ?? "").normalize("NFC").trim().slice(0, 100);

/** The filter an address asks for; what cannot be read asks for nothing, and is named. */
export const historyFilter = (query: Query): HistoryFilter => ({
  agency: asTyped(query["agency"]),
  actor: asTyped(query["actor"]),
  entity: entities.find((entity) => entity === query["entity"]) ?? null,
  from: parseDate(query["from"] ?? ""),
  to: parseDate(query["to"] ?? ""),
  before: matching(query["before"], /^\d{1,18}$/),
  unread: [query["from"], query["to"]].map(asTyped).filter((day) => day !== "" && parseDate(day) === null),
});

/** Which entries of a record an address asks for: those before a number, or that number alone. */
export const recordPage = (query: Query): { before: string | null; number: string | null } => ({
  before: matching(query["before"], /^\d{1,18}$/),
  number: matching(query["number"], /^\d{1,18}$/),
});

/** The address of the entries older than `before`, by the same filter. */
export function historyAddress(filter: HistoryFilter, before: string | null): string {
  const query = new URLSearchParams();
  if (filter.agency) query.set("agency", filter.agency);
  if (filter.actor) query.set("actor", filter.actor);
  if (filter.entity) query.set("entity", filter.entity);
  if (filter.from) query.set("from", formatDate(filter.from));
  if (filter.to) query.set("to", formatDate(filter.to));
  if (before) query.set("before", before);
  return query.size > 0 ? `/history?${query.toString()}` : "/history";
}
