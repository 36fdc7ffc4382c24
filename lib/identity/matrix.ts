import type { Role, Viewer } from "@/lib/identity/types";

/** How far a right reaches: nowhere, one's own agency (or one's own account), visits whose team one belongs to, all agencies. */
export type Scope = "none" | "own" | "team" | "province";

const row = (
  leader: Scope,
  inspector: Scope,
  officer: Scope,
  head: Scope,
  admin: Scope,
): Record<Role, Scope> => ({
  leader,
  inspector,
  officer,
  head,
  admin,
});

/**
 * Who may do what: the one source of access.ts, of docs/rights.md and of the tests that try every cell. Whatever is not
 * listed is not allowed; what is not allowed looks as if it did not exist.
 */
export const matrix = {
  //                          leader      inspector   officer head   admin
  "dashboard.read": row("province", "province", "none", "none", "none"),
  "agencies.list": row("province", "province", "none", "none", "none"),
  "agencies.read": row("province", "province", "own", "own", "none"),
  "appointments.read": row("province", "province", "own", "own", "province"),
  "appointments.record": row("province", "none", "none", "none", "province"),
  "adoption.record": row("none", "none", "own", "own", "none"),
  "adoption.lapse": row("province", "none", "none", "own", "none"),
  "entries.cancel": row("province", "none", "own", "own", "none"),
  "audits.list": row("province", "province", "own", "own", "none"),
  "audits.read": row("province", "province", "own", "own", "none"),
  "audits.plan": row("province", "province", "none", "none", "none"),
  "audits.approve": row("province", "none", "none", "none", "none"),
  "audits.record": row("none", "team", "none", "none", "none"),
  "audits.finalise": row("none", "team", "none", "none", "none"),
  "findings.list": row("province", "province", "own", "own", "none"),
  "findings.close": row("none", "province", "none", "none", "none"),
  "findings.return": row("none", "province", "none", "none", "none"),
  "findings.answer": row("none", "none", "own", "own", "none"),
  "findings.claim": row("none", "none", "own", "own", "none"),
  "findings.accept": row("none", "province", "none", "none", "none"),
  "findings.refuse": row("none", "province", "none", "none", "none"),
  "findings.unblock": row("none", "province", "own", "own", "none"),
  "findings.discuss": row("none", "province", "own", "own", "none"),
  "documents.read": row("province", "province", "own", "own", "none"),
  "documents.draft": row("none", "none", "own", "own", "none"),
  "documents.approve": row("none", "none", "none", "own", "none"),
  "documents.record": row("none", "none", "own", "own", "none"),
  "documents.keep": row("none", "none", "own", "own", "none"),
  "documents.withdraw": row("none", "none", "own", "own", "none"),
  "drafts.submit": row("none", "none", "own", "none", "none"),
  "drafts.return": row("none", "none", "none", "own", "none"),
  "policies.read": row("province", "province", "own", "own", "none"),
  "policies.draft": row("none", "none", "own", "own", "none"),
  "policies.sign": row("none", "none", "none", "own", "none"),
  "policies.record": row("none", "none", "own", "own", "none"),
  "policies.post": row("none", "none", "own", "own", "none"),
  "objectives.write": row("none", "none", "own", "own", "none"),
  "reviews.read": row("province", "province", "own", "own", "none"),
  "reviews.record": row("none", "none", "own", "own", "none"),
  "scans.add": row("none", "none", "own", "own", "none"),
  "desk.read": row("none", "none", "own", "own", "none"),
  "today.read": row("none", "team", "none", "none", "none"),
  "papers.visit": row("province", "province", "own", "own", "none"),
  "papers.year": row("province", "province", "none", "none", "none"),
  "papers.issue": row("province", "province", "none", "none", "none"),
  "history.read": row("province", "province", "own", "own", "province"),
  "files.read": row("province", "province", "own", "own", "none"),
  "accounts.manage": row("none", "none", "none", "none", "province"),
  "imports.take": row("none", "none", "none", "none", "province"),
  "mails.read": row("none", "none", "none", "none", "province"),
  "calendar.self": row("own", "own", "own", "own", "none"),
  "devices.self": row("none", "own", "none", "none", "none"),
  "account.self": row("own", "own", "own", "own", "own"),
} satisfies Record<string, Record<Role, Scope>>;

export type Action = keyof typeof matrix;

export const scopeOf = (viewer: Viewer, action: Action): Scope =>
  viewer.role === "system" ? "province" : matrix[action][viewer.role];

export const may = (viewer: Viewer, action: Action): boolean => scopeOf(viewer, action) !== "none";

/** The first lock: may this viewer do this to that agency's records? */
export function mayFor(viewer: Viewer, action: Action, agencyId: string): boolean {
  const scope = scopeOf(viewer, action);
  if (scope === "own") return viewer.agencyId !== null && viewer.agencyId === agencyId;
  return scope !== "none";
}

/** May this viewer send this? What names an agency is asked for that agency. */
export const reaches = (viewer: Viewer, action: Action, input: unknown): boolean =>
  input instanceof Object && "agencyId" in input && typeof input.agencyId === "string"
    ? mayFor(viewer, action, input.agencyId)
    : may(viewer, action);
