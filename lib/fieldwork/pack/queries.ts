import type { AgencyFact, FieldPack, PackedDocument, PackedVisit } from "@/lib/fieldwork/pack/types";
import { listCollisions } from "@/lib/fieldwork/kept/queries";
import { listHands } from "@/lib/visits/groups/queries";
import { findExportKey, findHandKeys } from "@/lib/fieldwork/sealed-files/queries";
import { listOwnDisplaced } from "@/lib/visits/sealed/displaced/queries";
import { findVisits } from "@/lib/visits/record/queries";
import { listFrames } from "@/lib/visits/wording/queries";
import { loadDeclarations } from "@/lib/adoption/declarations/queries";
import { listHolders } from "@/lib/appointments/queries";
import { listTerms } from "@/lib/findings/terms/queries";
import { dueDate } from "@/lib/findings/terms/rules";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { byKey } from "@/lib/kernel/by-key";
import { formatDate, type Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { now, today, world } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";
import { listDocuments } from "@/lib/procedures/queries";

/** Visits of one's own teams are taken along from two weeks before their day until they are final, earlier where they are asked for. */
const daysAhead = 14;
const mostAsked = 100;

const ownOpenVisits = (
  viewer: Viewer,
  until: PlainDate,
  asked: readonly string[],
): Promise<{ id: string }[]> =>
  asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ id: string }[]>`
    select v.id from visit v join programme p on p.id = v.programme_id and p.approved_on is not null
      join team_member t on t.visit_id = v.id and t.person_id = ${viewer.personId}::uuid
    where (v.planned_on <= ${until}::date or v.id = any(${asked}::uuid[])) and not exists (select 1 from visit_result r where r.visit_id = v.id)
    order by v.planned_on, v.id`,
  );

async function factsOf(viewer: Viewer, agencyId: string, on: PlainDate): Promise<AgencyFact[]> {
  const [declarations, holders, policy] = await Promise.all([
    asViewer(viewer, (tx) => loadDeclarations(tx, agencyId, on)),
    listHolders(viewer, agencyId, on),
    findPolicy(viewer, agencyId, on),
  ]);
  const nameOf = (post: string): string =>
    holders
      .filter((holder) => holder.post === post)
      .map(({ name, title }) => `${name}, ${title}`)
      .join("; ");
  const declared = declarations.find(({ founded }) => founded);
  const signed = policy.current?.signedOn;
  const posted = policy.current?.postings.filter((each) => each.removedOn === null).map((each) => each.place);
  const facts: AgencyFact[] = [
    {
      name: "declaration",
      text: declared
        ? `${declared.number}, ${formatDate(declared.declaredOn)}${declared.endedOn ? ` – ${formatDate(declared.endedOn)}` : ""}`
        : "",
    },
    { name: "head", text: nameOf("head") },
    { name: "officer", text: nameOf("iso_officer") },
    {
      name: "policy",
      text: signed
        ? [`${policy.current?.signerName ?? ""} ${formatDate(signed)}`, ...(posted ?? [])].join("; ")
        : "",
    },
  ];
  return facts.filter((fact) => fact.text !== "");
}

async function documentsOf(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
  locale: Locale,
): Promise<PackedDocument[]> {
  const { items } = await listDocuments(viewer, agencyId, on, locale);
  return items.map(({ title, usualCode, documents, state }) => ({
    code: documents[0]?.code ?? usualCode ?? "–",
    title,
    state,
  }));
}

type OfAgency = Pick<PackedVisit, "facts" | "documents">;

/** What is worth knowing of an agency at its door. */
async function ofAgency(viewer: Viewer, agencyId: string, on: PlainDate, locale: Locale): Promise<OfAgency> {
  const [facts, documents] = await Promise.all([
    factsOf(viewer, agencyId, on),
    documentsOf(viewer, agencyId, on, locale),
  ]);
  return { facts, documents };
}

/** Everything one person needs to record the coming visits without a network; null for whoever records none. */
export async function findFieldPack(
  viewer: Viewer,
  locale: Locale,
  asked: readonly string[] = [],
): Promise<FieldPack | null> {
  if (!may(viewer, "audits.record")) return null;
  // What is recorded while the pack is made is news to it: it says when it was begun.
  const madeAt = now().toISOString();
  const [on, { illustrative }] = await Promise.all([today(), world()]);
  const own = await ownOpenVisits(viewer, addDays(on, daysAhead), asked.filter(isId).slice(0, mostAsked));
  const ids = own.map(({ id }) => id);
  const [terms, exportKey, hands, handKeys, collisions, displaced, visits] = await Promise.all([
    listTerms(viewer),
    findExportKey(viewer),
    listHands(viewer, ids),
    findHandKeys(viewer, ids),
    listCollisions(viewer, ids),
    listOwnDisplaced(viewer),
    findVisits(viewer, ids, locale),
  ]);
  const agencies = await byKey(
    visits.map(({ agencyId }) => agencyId),
    (agencyId) => ofAgency(viewer, agencyId, on, locale),
  );
  const frames = await listFrames(viewer, visits, locale);
  return {
    accountId: viewer.accountId ?? "",
    name: viewer.name,
    locale,
    illustrative,
    today: on,
    madeAt,
    exportKey,
    dueDates: {
      major: dueDate(terms, "major", on),
      minor: dueDate(terms, "minor", on),
      observation: dueDate(terms, "observation", on),
    },
    terms,
    displaced,
    visits: visits.map((visit) => ({
      ...visit,
      facts: [],
      documents: [],
      ...agencies.get(visit.agencyId),
      handKey: handKeys[visit.id] ?? null,
      hands: hands[visit.id] ?? {},
      collisions: collisions[visit.id] ?? [],
      frame: frames[visit.id],
    })),
  };
}
