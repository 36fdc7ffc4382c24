import type { Action } from "@/lib/identity/matrix";

/** What a door asks for: a right of the matrix, or nothing, because everybody may come there. */
export type Needs = Action | "anybody";

/** Every page, by its address. A test holds the list against the build, both ways, and tries each door in each role. */
export const pages = {
  "/": "anybody",
  "/_global-error": "anybody",
  "/_not-found": "anybody",
  "/accounts": "accounts.manage",
  "/accounts/[id]": "accounts.manage",
  "/accounts/new": "accounts.manage",
  "/agencies": "agencies.list",
  "/agencies/[code]": "agencies.read",
  "/agencies/[code]/declarations/new": "adoption.record",
  "/agencies/[code]/documents": "documents.read",
  "/agencies/[code]/documents/new": "documents.draft",
  "/agencies/[code]/milestones/new": "adoption.record",
  "/agencies/[code]/objectives/edit": "objectives.write",
  "/agencies/[code]/policy": "policies.read",
  "/agencies/[code]/policy/edit": "policies.draft",
  "/agencies/[code]/policy/post": "policies.post",
  "/agencies/[code]/policy/sign": "policies.sign",
  "/audits": "audits.list",
  "/audits/[id]": "audits.read",
  "/audits/[id]/[group]": "audits.record",
  "/audits/[id]/check": "audits.finalise",
  "/audits/[id]/receipt": "audits.finalise",
  "/dashboard": "dashboard.read",
  "/desk": "desk.read",
  "/documents/[id]": "documents.read",
  "/documents/[id]/approve": "documents.approve",
  "/documents/[id]/compare": "documents.read",
  "/documents/[id]/edit": "documents.draft",
  "/findings": "findings.list",
  "/findings/[id]": "findings.list",
  "/help": "account.self",
  "/history": "history.read",
  "/history/[entity]/[id]": "history.read",
  "/me": "account.self",
  "/me/password": "account.self",
  "/sign-in": "anybody",
  "/today": "today.read",
} as const satisfies Record<string, Needs>;

/** Every route handler. */
export const routes = {
  "/api/audits/[id]/[group]": "audits.record",
  "/api/auth/[...nextauth]": "anybody",
  "/files/[id]": "files.read",
  "/healthz": "anybody",
  "/icon.svg": "anybody",
  "/locale": "anybody",
  "/readyz": "anybody",
} as const satisfies Record<string, Needs>;

/** Every server action, by file and name: each is an address of its own, on any page. */
export const formActions = {
  "app/accounts/actions.ts#changeRights": "accounts.manage",
  "app/accounts/actions.ts#createAccount": "accounts.manage",
  "app/accounts/actions.ts#disableAccount": "accounts.manage",
  "app/accounts/actions.ts#enableAccount": "accounts.manage",
  "app/accounts/actions.ts#resetPassword": "accounts.manage",
  "app/accounts/actions.ts#revokeSessions": "accounts.manage",
  "app/agencies/[code]/declarations/new/actions.ts#saveDeclaration": "adoption.record",
  "app/agencies/[code]/documents/new/actions.ts#create": "documents.draft",
  "app/agencies/[code]/milestones/new/actions.ts#saveMilestone": "adoption.record",
  "app/agencies/[code]/objectives/edit/actions.ts#save": "objectives.write",
  "app/findings/[id]/actions.ts#close": "findings.close",
  "app/agencies/[code]/policy/edit/actions.ts#save": "policies.draft",
  "app/agencies/[code]/policy/post/actions.ts#save": "policies.post",
  "app/agencies/[code]/policy/sign/actions.ts#save": "policies.sign",
  "app/audits/[id]/[group]/actions.ts#save": "audits.record",
  "app/audits/[id]/check/actions.ts#finalise": "audits.finalise",
  "app/documents/[id]/approve/actions.ts#approve": "documents.approve",
  "app/documents/[id]/edit/actions.ts#save": "documents.draft",
  "app/me/actions.ts#changeOwnPassword": "account.self",
  "app/me/actions.ts#endOtherSessions": "account.self",
  "app/me/actions.ts#endOwnSession": "account.self",
} as const satisfies Record<string, Needs>;
