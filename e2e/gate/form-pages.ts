import type { Door } from "./actions";
import type { Names } from "./places";
import type { formActions } from "@/lib/gate/form-doors";

type Page = (names: Names) => string;

const account: Page = ({ account: id }) => `/accounts/${id}`;
const me: Page = () => "/me";
const finding =
  (act: string): Page =>
  ({ finding: id }) =>
    `/findings/${id}/${act}`;
const planned: Page = ({ year, visit }) => `/audits/programmes/${year}/visits/${visit}`;

/** Where a form stands that has no page of its own beside its action. */
const elsewhere: Partial<Record<Door, Page>> = {
  "app/accounts/actions.ts#changeRights": account,
  "app/accounts/actions.ts#createAccount": () => "/accounts/new",
  "app/accounts/actions.ts#disableAccount": account,
  "app/accounts/actions.ts#enableAccount": account,
  "app/accounts/actions.ts#handOn": account,
  "app/accounts/actions.ts#resetPassword": account,
  "app/accounts/actions.ts#revokeSessions": account,
  "app/me/actions.ts#changeOwnPassword": () => "/me/password",
  "app/me/actions.ts#saveMailSetting": me,
  "app/me/actions.ts#issueFeed": me,
  "app/me/actions.ts#revokeFeed": me,
  "app/findings/[id]/actions.ts#accept": finding("accept"),
  "app/findings/[id]/actions.ts#answer": finding("answer"),
  "app/findings/[id]/actions.ts#claim": finding("claim"),
  "app/findings/[id]/actions.ts#close": finding("verify"),
  "app/findings/[id]/actions.ts#discuss": ({ finding: id }) => `/findings/${id}`,
  "app/findings/[id]/actions.ts#refuse": finding("refuse"),
  "app/findings/[id]/actions.ts#sendBack": finding("return"),
  "app/findings/[id]/actions.ts#unblock": finding("unblock"),
  // A plan that was created has nobody left to add; those of the demonstration do, and nothing is sent there that could be taken.
  "app/audits/programmes/[year]/agencies/[code]/actions.ts#add": () =>
    "/audits/programmes/2018/agencies/ubnd-duc-pho",
  "app/audits/programmes/[year]/plan/actions.ts#propose": () => "/audits/programmes/2019/plan",
  "app/audits/[id]/amend/actions.ts#amend": ({ finalVisit }) => `/audits/${finalVisit}/amend`,
  "app/audits/programmes/[year]/visits/[id]/actions.ts#leaveOut": planned,
  "app/audits/programmes/[year]/visits/[id]/actions.ts#replan": planned,
  "app/agencies/[code]/cancel/actions.ts#save": ({ code, posting }) =>
    `/agencies/${code}/cancel?of=posting&id=${posting}`,
  "app/agencies/[code]/declarations/publish/actions.ts#save": ({ code, declaration }) =>
    `/agencies/${code}/declarations/publish?declaration=${declaration}`,
  "app/laws/[id]/drop/actions.ts#save": ({ law, relation }) => `/laws/${law}/drop?relation=${relation}`,
  "app/laws/[id]/match/actions.ts#save": ({ law, row }) => `/laws/${law}/match?row=${row}`,
  "app/laws/[id]/drop-rows/actions.ts#save": ({ law, row }) => `/laws/${law}/drop-rows?row=${row}`,
  "app/laws/[id]/undo/actions.ts#save": ({ law, change }) => `/laws/${law}/undo?change=${change}`,
  "app/documents/[id]/unaffected/actions.ts#save": ({ document, change }) =>
    `/documents/${document}/unaffected?change=${change}`,
  "app/agencies/[code]/scan/actions.ts#save": ({ code, posting }) =>
    `/agencies/${code}/scan?of=posting&id=${posting}`,
  "app/agencies/[code]/submit/actions.ts#save": ({ code, document }) =>
    `/agencies/${code}/submit?of=document&id=${document}`,
  "app/agencies/[code]/return/actions.ts#save": ({ code, document }) =>
    `/agencies/${code}/return?of=document&id=${document}`,
  "app/agencies/[code]/people/cancel/actions.ts#save": ({ code, appointment }) =>
    `/agencies/${code}/people/cancel?id=${appointment}`,
  "app/agencies/[code]/people/reopen/actions.ts#save": ({ code, appointment }) =>
    `/agencies/${code}/people/reopen?id=${appointment}`,
  "app/agencies/[code]/people/end/actions.ts#save": ({ code, appointment }) =>
    `/agencies/${code}/people/end?id=${appointment}`,
  "app/agencies/[code]/policy/remove/actions.ts#save": ({ code, posting }) =>
    `/agencies/${code}/policy/remove?posting=${posting}`,
};

/** The record that a page's address names, by the first part of it. */
function recordOf(path: string, { law, document, visit }: Names): string {
  if (path.startsWith("/laws/")) return law;
  return path.startsWith("/documents/") ? document : visit;
}

/** The address at which a form is filled in. */
export function formPageOf(door: Door, names: Names): string {
  const page = elsewhere[door];
  if (page) return page(names);
  const path = (door.split("#")[0] ?? "").replace(/^app/, "").replace(/\/actions\.ts$/, "");
  return path
    .replace("[code]", names.code)
    .replace("[year]", names.year)
    .replace("[question]", "D.1")
    .replace("[group]", "D")
    .replace("[id]", recordOf(path, names));
}

/** No office form: a section of a visit saves each tap by itself, and keeps on the device what was not acknowledged. */
export const ofTheirOwn: readonly (keyof typeof formActions)[] = ["app/audits/[id]/[group]/actions.ts#save"];
