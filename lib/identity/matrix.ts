import type { Office, Role, Viewer } from "@/lib/identity/types";
import { formatDate } from "@/lib/kernel/format";
import { problem, type Problem } from "@/lib/kernel/problem";

/** How far a right reaches: nowhere, one's own agency (or one's own account), visits whose team one belongs to, all agencies. */
export type Reach = "none" | "own" | "team" | "province";

const row = (
  leader: Reach,
  inspector: Reach,
  officer: Reach,
  head: Reach,
  admin: Reach,
): Record<Role, Reach> => ({
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
  "laws.read": row("province", "province", "province", "province", "none"),
  "laws.register": row("province", "province", "none", "none", "none"),
  "catalogue.read": row("province", "province", "province", "province", "none"),
  "coverage.list": row("province", "province", "none", "none", "none"),
  "coverage.read": row("province", "province", "own", "own", "none"),
  "coverage.record": row("none", "none", "own", "own", "none"),
  "updates.read": row("province", "province", "own", "own", "none"),
  "updates.judge": row("none", "none", "own", "own", "none"),
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
} satisfies Record<string, Record<Role, Reach>>;

export type Action = keyof typeof matrix;

/** What stays open to an account of a head whose person holds no office today: to read, and what is their own. */
const withoutOffice: ReadonlySet<Action> = new Set<Action>([
  "agencies.read",
  "appointments.read",
  "audits.list",
  "audits.read",
  "findings.list",
  "documents.read",
  "laws.read",
  "catalogue.read",
  "coverage.read",
  "updates.read",
  "policies.read",
  "reviews.read",
  "desk.read",
  "papers.visit",
  "history.read",
  "files.read",
  "calendar.self",
  "account.self",
]);

/** What a deputy decides as the head does, beside all that whoever writes for the agency may do. */
const ofDeputies: ReadonlySet<Action> = new Set<Action>(["documents.approve", "drafts.return"]);

type Asking = Pick<Viewer, "role" | "office">;

const ofRole = ({ role }: Pick<Viewer, "role">, action: Action): Reach =>
  role === "system" ? "province" : matrix[action][role];

/** Does the office allow it that this person holds today? What is not listed above belongs to whoever heads the agency. */
function officeAllows({ role, office }: Asking, action: Action): boolean {
  if (role !== "head" || office?.holds === "head" || withoutOffice.has(action)) return true;
  return office?.holds === "deputy_head" && (ofDeputies.has(action) || matrix[action].officer !== "none");
}

/** Would the role allow it, and the office that goes with the role does not? */
export const lacksOffice = (viewer: Asking, action: Action): boolean =>
  ofRole(viewer, action) !== "none" && !officeAllows(viewer, action);

export const scopeOf = (viewer: Asking, action: Action): Reach =>
  officeAllows(viewer, action) ? ofRole(viewer, action) : "none";

/** What a door asks: may anybody of this role do this? Whether this person may, `mayFor` says, for an agency and an office. */
export const may = (viewer: Pick<Viewer, "role">, action: Action): boolean =>
  ofRole(viewer, action) !== "none";

/** The first lock: may this viewer do this to that agency's records? */
export function mayFor(viewer: Asking & Pick<Viewer, "agencyId">, action: Action, agencyId: string): boolean {
  const scope = scopeOf(viewer, action);
  if (scope === "own") return viewer.agencyId !== null && viewer.agencyId === agencyId;
  return scope !== "none";
}

/** Whose office it is today, as a refusal says it to whoever does not hold it. */
export function notInPost(office: Office | null): Problem {
  if (office?.head)
    return problem("not-in-post", undefined, {
      name: office.head.name,
      since: formatDate(office.head.since),
    });
  return problem("nobody-in-post", undefined, {
    since: office?.vacantSince ? formatDate(office.vacantSince) : "unknown",
  });
}

/** Why this viewer may not send this; null where they may. What names an agency is asked for that agency. */
export function refusalOf(viewer: Viewer, action: Action, input: unknown): Problem | null {
  const named = input instanceof Object && "agencyId" in input ? input.agencyId : undefined;
  const agencyId = typeof named === "string" ? named : viewer.agencyId;
  if (agencyId !== null && ofRole(viewer, action) === "own" && agencyId !== viewer.agencyId)
    return problem("not-yours");
  if (lacksOffice(viewer, action)) return notInPost(viewer.office);
  return ofRole(viewer, action) === "none" ? problem("not-yours") : null;
}
