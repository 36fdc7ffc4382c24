import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Task } from "@/lib/reminders/types";
import type { Update } from "@/lib/updates/types";

/** What is asked of a document of an update, as its desk says it. */
export type AskedUpdate = Pick<Update, "changeId" | "document" | "law" | "state" | "clock" | "because">;

/** What waits for a level above asks nothing of the agency yet. */
export function updateTask({ changeId, document, law, state, clock, because: [first] }: AskedUpdate): Task[] {
  if (state !== "open") return [];
  const because = first
    ? { kind: first.kind, what: [provisionText(first.provision), shortName(first.law)].join(" ").trim() }
    : null;
  return [{ kind: "update", ...document, changeId, law: shortName(law), because, dueOn: clock.dueOn }];
}
