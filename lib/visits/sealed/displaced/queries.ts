import { displacements, recheckIn, groupIn } from "@/lib/visits/sealed/displaced/rules";
import type { Displaced, Displacement, OwnDisplaced, SavedEntry } from "@/lib/visits/sealed/displaced/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { compareVietnamese } from "@/lib/kernel/text";
import { today } from "@/lib/platform/clock";

const shown = { id: true, actorId: true, actorName: true, at: true, entityId: true, content: true } as const;

const fieldsIn = (content: string) => JSON.parse(content) as Record<string, Value>;

/** What signed minutes of these visits displaced of somebody else, read off the history; the oldest receipt first. */
export async function loadDisplaced(tx: Tx, visits: readonly string[]): Promise<Displacement[]> {
  const sections = await tx.journalEntry.findMany({
    where: { entity: "visit", entityId: { in: [...visits] }, action: "section-saved" },
    orderBy: { id: "asc" },
    select: shown,
  });
  const saved = [
    ...sections.map(({ content, ...entry }) => groupIn(entry, fieldsIn(content))),
    ...(await rechecksOf(tx, visits)),
  ];
  return displacements(saved).sort((a, b) => Number(a.receiptNo - b.receiptNo));
}

async function rechecksOf(tx: Tx, visits: readonly string[]): Promise<SavedEntry[]> {
  const found = await tx.findingRecheck.findMany({
    where: { visitId: { in: [...visits] } },
    select: { findingId: true },
  });
  if (found.length === 0) return [];
  const entries = await tx.journalEntry.findMany({
    where: {
      entity: "finding",
      entityId: { in: found.map(({ findingId }) => findingId) },
      action: "finding-rechecked",
    },
    orderBy: { id: "asc" },
    select: shown,
  });
  return entries
    .map(({ content, ...entry }) => recheckIn(entry, fieldsIn(content)))
    .filter(({ visitId }) => visits.includes(visitId));
}

/** People know an earlier finding by its question. */
async function toldOf(tx: Tx, displaced: readonly Displacement[]): Promise<Displaced[]> {
  const ids = displaced.flatMap(({ part, isRecheck }) => (isRecheck ? [part] : []));
  const findings = await tx.finding.findMany({
    where: { id: { in: ids } },
    select: { id: true, questionCode: true },
  });
  const codes = new Map(findings.map(({ id, questionCode }) => [id, questionCode]));
  return displaced.map(({ visitId, receiptNo, by, part, isRecheck, said }) => ({
    visitId,
    receipt: receiptNumber(receiptNo),
    by,
    codes: isRecheck ? [codes.get(part) ?? "–"] : Object.keys(said).sort(compareVietnamese),
  }));
}

/** What the minutes of a visit say otherwise than a colleague had sent: for the device that delivered them. */
export const tellDisplaced = async (tx: Tx, visitId: string): Promise<Displaced[]> =>
  toldOf(tx, await loadDisplaced(tx, [visitId]));

/** For how many days after minutes have arrived a device of the team is told that they say otherwise. */
const daysTold = 30;

type OfVisit = { id: string; agencyName: string; plannedOn: PlainDate; signedOn: PlainDate };

/** Visits of which this account has delivered something, and which became final lately. */
const ownFinal = (tx: Tx, accountId: string, on: PlainDate): Promise<OfVisit[]> =>
  tx.$queryRaw<OfVisit[]>`
    select v.id, s.name as "agencyName", v.planned_on::text as "plannedOn", r.finalised_on::text as "signedOn" from visit v
      join visit_result r on r.visit_id = v.id and r.finalised_at >= ${addDays(on, -daysTold)}::date
      join agency_standing s on s.agency_id = v.agency_id and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)
    where exists (select 1 from field_delivery d where d.visit_id = v.id and d.received_by = ${accountId}::uuid)
    order by r.finalised_on, v.id`;

/** What was sent from this account lately, and signed minutes say otherwise. */
export async function listOwnDisplaced(viewer: Viewer): Promise<OwnDisplaced[]> {
  const { accountId } = viewer;
  if (!may(viewer, "audits.record") || accountId === null) return [];
  const on = await today();
  return asViewer(viewer, async (tx) => {
    const visits = new Map((await ownFinal(tx, accountId, on)).map(({ id, ...visit }) => [id, visit]));
    const own = (await loadDisplaced(tx, [...visits.keys()])).filter(({ actorId }) => actorId === accountId);
    return (await toldOf(tx, own)).flatMap((told) => {
      const visit = visits.get(told.visitId);
      return visit ? [{ ...told, ...visit }] : [];
    });
  });
}
