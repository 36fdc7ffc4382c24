import type { Prisma } from "@/generated/prisma/client";
import { loadProcedureNames } from "@/lib/catalogue/queries";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { groupBy } from "@/lib/kernel/collections";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { alteringKinds } from "@/lib/legal/changes/rules";
import { loadTerms } from "@/lib/legal/clocks/queries";
import { updateClock } from "@/lib/legal/clocks/rules";
import { loadLaws } from "@/lib/legal/queries";
import { loadChangingLaws } from "@/lib/legal/register/queries";
import type { Basis } from "@/lib/legal/types";
import { loadTouchedProcedures, touchedBy } from "@/lib/legal/touched/queries";
import { alteredOf, appliedSince, countUpdates, isLate, touchedOf, updateState } from "@/lib/updates/rules";
import type { Altered, BasedText, Update } from "@/lib/updates/types";

const approvedTexts = {
  where: { approvedOn: { not: null }, cancellationId: null },
  orderBy: [{ effectiveOn: "asc" }, { draftedAt: "asc" }],
  select: {
    title: true,
    effectiveOn: true,
    obsoleteOn: true,
    bases: { select: { legalDocumentId: true, provision: true } },
    carried: { select: { procedureId: true } },
  },
} satisfies Prisma.DocumentRevisionFindManyArgs;

const asked = {
  change: {
    select: {
      legalDocumentId: true,
      relations: {
        where: { kind: { in: [...alteringKinds] } },
        select: { kind: true, toId: true, provision: true },
      },
    },
  },
  document: { select: { id: true, code: true, revisions: approvedTexts } },
  judgements: { where: { cancellationId: null } },
} satisfies Prisma.UpdateTaskInclude;
type Row = Prisma.UpdateTaskGetPayload<{ include: typeof asked }>;

const textsOf = ({ document }: Row): (BasedText & { title: string })[] =>
  document.revisions.flatMap(({ title, effectiveOn, obsoleteOn, bases, carried }) =>
    effectiveOn === null
      ? []
      : {
          ...{ title, effectiveOn: fromDatabase(effectiveOn), obsoleteOn: fromDatabaseOrNull(obsoleteOn) },
          bases: bases.map(({ legalDocumentId, provision }) => ({ lawId: legalDocumentId, provision })),
          carried: carried.map(({ procedureId }) => procedureId),
        },
  );

const alteredBy = ({ change }: Row): Altered[] =>
  change.relations.flatMap(({ kind, toId, provision }) => (toId ? { kind, lawId: toId, provision } : []));

type Known = {
  laws: Readonly<Record<string, Basis>>;
  changing: Awaited<ReturnType<typeof loadChangingLaws>>;
  terms: Awaited<ReturnType<typeof loadTerms>>;
  touched: Awaited<ReturnType<typeof loadTouchedProcedures>>;
  procedures: Awaited<ReturnType<typeof loadProcedureNames>>;
};

/** One task with where it stands; none where the law that brought it is not known any more. */
function updateOf(row: Row, { laws, changing, terms, ...known }: Known, on: PlainDate): Update[] {
  const brought = changing.get(row.change.legalDocumentId);
  if (!brought) return [];
  const { law, clocked } = brought;
  const texts = textsOf(row);
  const alteration = {
    altered: alteredBy(row),
    procedures: known.touched.filter(({ changeId }) => changeId === row.changeId),
  };
  const effectiveOn = fromDatabaseOrNull(row.effectiveOn);
  const clock = updateClock(effectiveOn, clocked, terms);
  const appliedOn = appliedSince(texts, law.id, alteration, on);
  const [judged] = row.judgements;
  const state = updateState(appliedOn, judged !== undefined, clock.waitsFor !== null);
  const current = texts.findLast((text) => text.effectiveOn <= on);
  return [
    {
      ...{ changeId: row.changeId, law, clocked, effectiveOn, agencyId: row.agencyId, state, clock },
      document: {
        id: row.document.id,
        code: row.document.code,
        title: (current ?? texts.at(-1))?.title ?? "",
      },
      procedures: [...groupBy(touchedOf(current, alteration), (each) => each.procedureId)].flatMap(
        ([id, [first]]) => {
          const named = known.procedures.get(id);
          return named && first ? { id, act: first.act, ...named } : [];
        },
      ),
      because: alteredOf(current, alteration).flatMap(({ kind, lawId, provision }) => {
        const other = laws[lawId];
        return other ? { kind, provision, law: { id: lawId, ...other } } : [];
      }),
      doneOn: appliedOn ?? (judged ? fromDatabase(judged.judgedOn) : null),
      judgement: judged
        ? { id: judged.id, on: fromDatabase(judged.judgedOn), reason: judged.reason, by: judged.recordedName }
        : null,
      late: isLate(state, clock.dueOn, on),
    },
  ];
}

/** Of one change, of one law, of one agency, or of one document: what is asked of documents by changes that stand. */
export type UpdatesOf =
  { changeId: string } | { lawId: string } | { agencyId: string } | { documentId: string } | "all";

const whereOf = (of: UpdatesOf): Prisma.UpdateTaskWhereInput => {
  if (of === "all") return {};
  return "lawId" in of ? { change: { legalDocumentId: of.lawId } } : of;
};

async function knownFor(tx: Tx, rows: readonly Row[], on: PlainDate): Promise<Known> {
  const touched = await loadTouchedProcedures(tx, [...new Set(rows.map(({ changeId }) => changeId))], on);
  return {
    laws: await loadLaws(tx),
    changing: await loadChangingLaws(tx, [...new Set(rows.map(({ change }) => change.legalDocumentId))]),
    terms: await loadTerms(tx),
    ...{
      touched,
      procedures: await loadProcedureNames(
        tx,
        touched.map(({ procedureId }) => procedureId),
      ),
    },
  };
}

/** Every document that changes of law touch and that is in use, with where it stands on a day; by agency, then by its code. */
export async function listUpdates(viewer: Viewer, of: UpdatesOf, on: PlainDate): Promise<Update[]> {
  if (!may(viewer, "updates.read")) return [];
  return asViewer(viewer, async (tx) => {
    const rows = await tx.updateTask.findMany({
      where: {
        AND: [whereOf(of), agencyWhere(viewer, "updates.read")],
        change: { undoneAt: null },
        document: { withdrawals: { none: { cancellationId: null } } },
      },
      orderBy: [{ agencyId: "asc" }, { document: { code: "asc" } }, { foundAt: "asc" }],
      include: asked,
    });
    if (rows.length === 0) return [];
    const known = await knownFor(tx, rows, on);
    return rows.flatMap((row) => updateOf(row, known, on));
  });
}

/** The laws whose changes agencies have not all taken up, and how far each has got; the newest first. */
export async function listMoving(viewer: Viewer, on: PlainDate) {
  const updates = await listUpdates(viewer, "all", on);
  const laws = new Map(updates.map(({ law }) => [law.id, law]));
  return [...laws.values()]
    .map((law) => ({ law, counts: countUpdates(updates.filter((each) => each.law.id === law.id)) }))
    .filter(({ counts: { open, waiting } }) => open + waiting > 0)
    .sort((a, b) => (a.law.issuedOn < b.law.issuedOn ? 1 : -1));
}

/** What a change that is not released yet would touch: which document of whom, and since when. */
export async function listTouched(viewer: Viewer, changeId: string, on: PlainDate) {
  if (!may(viewer, "laws.register")) return [];
  return asViewer(viewer, async (tx) => {
    const touched = await touchedBy(tx, changeId, on);
    const documents = await tx.controlledDocument.findMany({
      where: { id: { in: touched.map(({ documentId }) => documentId) } },
      select: {
        ...{ id: true, code: true },
        revisions: { ...approvedTexts, orderBy: { effectiveOn: "desc" }, select: { title: true }, take: 1 },
      },
    });
    const named = new Map(documents.map((each) => [each.id, each]));
    return touched.map((each) => ({
      ...each,
      code: named.get(each.documentId)?.code ?? "",
      title: named.get(each.documentId)?.revisions[0]?.title ?? "",
    }));
  });
}
