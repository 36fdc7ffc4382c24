import { cache } from "react";
import { getLocale } from "next-intl/server";

import { findAccount } from "@/lib/accounts/queries";
import { findAgency } from "@/lib/agencies/queries";
import { findImport } from "@/lib/fieldwork/sealed-files/queries";
import { findVisit } from "@/lib/visits/record/queries";
import { listRows } from "@/lib/catalogue/rows/queries";
import type { ProcedureRow } from "@/lib/catalogue/rows/types";
import { dayOf } from "@/lib/checklists/rules";
import { findFinding } from "@/lib/findings/queries";
import { yearIn } from "@/lib/gate/query";
import { titled, titledPage } from "@/lib/gate/title";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { findLaw } from "@/lib/legal/register/queries";
import type { Law } from "@/lib/legal/register/types";
import { shortName } from "@/lib/legal/rules";
import { today } from "@/lib/platform/clock";
import { findDocument } from "@/lib/procedures/record/queries";
import { namingRevision } from "@/lib/procedures/rules";
import { findProgramme } from "@/lib/programme/queries";
import type { ProgrammeRecord } from "@/lib/programme/types";

// Read once in a request, for its title and for its page.
export const agencyAt = cache(findAgency);
export const visitAt = cache(findVisit);
export const documentAt = cache(findDocument);
export const lawAt = cache(findLaw);
export const findingAt = cache(findFinding);
export const accountAt = cache(findAccount);
export const importAt = cache(findImport);
export const programmeAt = cache(findProgramme);

/** The rows of procedures that are noted of a law and not released; none where there is no draft. */
export async function draftRowsOf(viewer: Viewer, law: Law): Promise<ProcedureRow[]> {
  const draft = law.changes.find(({ released }) => released === null);
  return draft ? listRows(viewer, draft.id) : [];
}

type Page = (params: Record<string, string>, query: Record<string, string>) => Promise<string | null>;

export const agencyTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { code = "" }) => {
    const agency = await agencyAt(viewer, action, code, await today());
    return agency && agency.name;
  });

type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

const named = (visit: Visit): string => `${visit.agencyName}, ${formatDate(dayOf(visit))}`;

export const visitTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const visit = await visitAt(viewer, id, await getLocale());
    return visit && named(visit);
  });

/** Of the pages that are there for the visit's own team, and of this visit. */
export const ownVisitTitle = (
  action: Action,
  page: Page,
  hasPage: (
    visit: Visit,
    params: Record<string, string>,
    viewer: Viewer,
  ) => boolean | Promise<boolean> = () => true,
) =>
  titled(action, page, async (viewer, params) => {
    const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
    return visit?.mine && (await hasPage(visit, params, viewer)) ? named(visit) : null;
  });

/** Of a page of a year's programme, where there is one. */
export const programmeTitle = (action: Action, page: (year: number) => Promise<string>) =>
  titledPage(action, async (viewer, { year: asked }) => {
    const year = yearIn(asked);
    const programme = year === null ? null : await programmeAt(viewer, year, await getLocale());
    return programme && page(programme.year);
  });

/** Of a page that plans a visit of a year's programme, or one more. */
const inProgramme = (
  action: Action,
  page: Page,
  nameIn: (programme: ProgrammeRecord, params: Record<string, string>) => string | null,
) =>
  titled(action, page, async (viewer, params) => {
    const year = yearIn(params["year"]);
    const programme = year === null ? null : await programmeAt(viewer, year, await getLocale());
    return programme && nameIn(programme, params);
  });

export const plannedVisitTitle = (action: Action, page: Page) =>
  inProgramme(action, page, ({ visits }, { id }) => {
    const visit = visits.find((each) => each.id === id);
    return visit ? `${visit.agencyName}, ${formatDate(visit.plannedOn)}` : null;
  });

export const candidateTitle = (action: Action, page: Page) =>
  inProgramme(
    action,
    page,
    ({ candidates }, { code }) =>
      candidates.find(({ agencyCode }) => agencyCode === code)?.agencyName ?? null,
  );

export const documentTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const day = await today();
    const document = await documentAt(viewer, id, day, await getLocale());
    return document && `${document.code} ${namingRevision(document.revisions, day)?.title ?? ""}`.trim();
  });

/** Of a page of a document of law. */
export const lawTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const law = await lawAt(viewer, id, await today());
    return law && shortName(law);
  });

export const findingTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const finding = await findingAt(viewer, id);
    return finding && `${finding.agencyName}, ${finding.questionCode}`;
  });

export const accountTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const account = await accountAt(viewer, id, await today());
    return account && account.name;
  });

export const importTitle = (action: Action, page: Page) =>
  titled(action, page, async (viewer, { id = "" }) => {
    const taken = await importAt(viewer, id);
    return taken && `${taken.accountName}, ${formatInstant(taken.madeAt)}`;
  });
