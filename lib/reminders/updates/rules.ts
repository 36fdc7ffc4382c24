import { procedureName } from "@/lib/catalogue/rules";
import { missingOf } from "@/lib/coverage/rules";
import type { Coverage } from "@/lib/coverage/types";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Task } from "@/lib/reminders/types";
import type { Update } from "@/lib/updates/types";

/** What is asked of a document of an update, as its desk says it. */
export type AskedUpdate = Pick<
  Update,
  "changeId" | "document" | "law" | "state" | "clock" | "because" | "procedures"
>;

/** The first reason of an update: what of the law it rests on is altered, or which procedure that it carries. */
function reasonOf({ because: [altered], procedures: [carried] }: Pick<Update, "because" | "procedures">) {
  if (altered)
    return {
      kind: altered.kind,
      what: [provisionText(altered.provision), shortName(altered.law)].join(" ").trim(),
    };
  return carried ? { kind: "procedure" as const, act: carried.act, what: procedureName(carried) } : null;
}

/** What waits for a level above asks nothing of the agency yet. */
export function updateTask({ changeId, document, law, state, clock, ...of }: AskedUpdate): Task[] {
  if (state !== "open") return [];
  return [
    { kind: "update", ...document, changeId, law: shortName(law), because: reasonOf(of), dueOn: clock.dueOn },
  ];
}

/** One thing to do, however many procedures no document carries. */
export function coverTask(coverage: Pick<Coverage, "handled"> | null): Task[] {
  const missing = coverage ? missingOf(coverage) : [];
  const [first] = missing;
  return first ? [{ kind: "cover", count: missing.length, first: procedureName(first), dueOn: null }] : [];
}
