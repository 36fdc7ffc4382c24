import type { AdoptionRecord } from "@/lib/adoption/types";
import type { Topic } from "@/lib/findings/types";
import { summaryOf } from "@/lib/procedures/rules";

import type { AgencyRecords } from "./records";

/** `step` is one of the acts that an agency always has: it is named as there. */
export type NextAct =
  { key: "step" | "policy" | "documents"; href: string } | { key: "answer"; href: string; topic: Topic };

type Known = Pick<AdoptionRecord, "standing" | "next"> &
  Pick<AgencyRecords, "findings" | "policy" | "documents">;

/** The one thing that an agency does next: what makes it declared, then what is late, then what is wanting. */
export function nextActOf(
  code: string,
  { standing, next, findings, policy, documents }: Known,
): NextAct | null {
  const at = `/agencies/${code}`;
  const declares = next?.kind === "declared" || next?.kind === "redeclared";
  if (!standing || standing.bucket === "ceased") return null;
  if (next) return { key: "step", href: `${at}/${declares ? "declarations" : "milestones"}/new` };
  const owed = findings.open.find(({ stage }) => stage === "open" || stage === "returned");
  if (owed) return { key: "answer", href: `/findings/${owed.id}/answer`, topic: owed.topic };
  if (policy.gaps.length > 0) return { key: "policy", href: `${at}/policy` };
  return summaryOf(documents.items).missing.length > 0 ? { key: "documents", href: `${at}/documents` } : null;
}
