import type { Prisma } from "@/generated/prisma/client";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { codeKey, searchKey } from "@/lib/kernel/text";
import { stateOf } from "@/lib/legal/changes/rules";
import type { LegalChange, LegalRelation } from "@/lib/legal/changes/types";
import { upperLevels, type UpperLevel } from "@/lib/legal/clocks/types";
import type { Law, LawLine } from "@/lib/legal/register/types";
import { shortName } from "@/lib/legal/rules";

const named = { id: true, kind: true, number: true, issuer: true, issuedOn: true, title: true } as const;
type Named = Prisma.LegalDocumentGetPayload<{ select: typeof named }>;

const basisOf = ({ issuedOn, ...law }: Named) => ({ ...law, issuedOn: fromDatabase(issuedOn) });

/** Relations that hold: those that were always there, and those that were released and not undone. */
const standing = {
  OR: [{ changeId: null }, { change: { releasedAt: { not: null }, undoneAt: null } }],
} satisfies Prisma.LegalRelationWhereInput;

const withBearing = {
  relationsTo: {
    where: standing,
    orderBy: { id: "asc" },
    include: { from: { select: { ...named, inForceFrom: true, level: true } } },
  },
} satisfies Prisma.LegalDocumentInclude;
type Row = Prisma.LegalDocumentGetPayload<{ include: typeof withBearing }>;

const bearingOf = ({ relationsTo }: Pick<Row, "relationsTo">) =>
  relationsTo.map(({ id, kind, provision, effectiveOn, from: { inForceFrom, level: _, ...from } }) => ({
    ...{ id, kind, provision, law: basisOf(from) },
    since: fromDatabaseOrNull(effectiveOn ?? inForceFrom),
  }));

/** The first day on which somebody of a level published what the document sets. */
function publishedBy({ relationsTo }: Pick<Row, "relationsTo">, level: UpperLevel): PlainDate | null {
  const days = relationsTo
    .filter(({ kind, from }) => kind === "publishes" && from.level === level)
    .map(({ from }) => fromDatabase(from.issuedOn));
  return days.toSorted()[0] ?? null;
}

const lineOf = (row: Row, on: PlainDate): LawLine => ({
  ...basisOf(row),
  ...{ id: row.id, level: row.level, verified: row.verified },
  state: stateOf(
    { inForceFrom: fromDatabaseOrNull(row.inForceFrom), inForceTo: fromDatabaseOrNull(row.inForceTo) },
    bearingOf(row),
    on,
  ),
});

/** What the clocks of a document of law are reckoned from. */
const changingLawOf = (row: Row) => ({
  level: row.level,
  issuedOn: fromDatabase(row.issuedOn),
  inForceFrom: fromDatabaseOrNull(row.inForceFrom),
  setsProcedures: row.setsProcedures,
  shortened: row.shortened === true,
  published: Object.fromEntries(
    upperLevels.map((level) => [level, publishedBy(row, level)]),
  ) as Law["published"],
});

/** The same of those of these ids, by their ids. */
export async function loadChangingLaws(tx: Tx, ids: readonly string[]) {
  const rows = await tx.legalDocument.findMany({ where: { id: { in: [...ids] } }, include: withBearing });
  return new Map(rows.map((row) => [row.id, { law: basisOf(row), clocked: changingLawOf(row) }]));
}

/** Those of these ids as lists name them on a day, by their ids. */
export async function loadLawLinesOn(tx: Tx, ids: readonly string[], on: PlainDate) {
  const rows = await tx.legalDocument.findMany({ where: { id: { in: [...ids] } }, include: withBearing });
  return new Map(rows.map((row) => [row.id, lineOf(row, on)]));
}

/** The registered documents whose kind, number, issuer or title has all the words, with or without their marks; that of this very number first, then the newest. */
export async function listLaws(viewer: Viewer, words: string, on: PlainDate): Promise<LawLine[]> {
  if (!may(viewer, "laws.read")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.legalDocument.findMany({ orderBy: [{ issuedOn: "desc" }, { number: "asc" }], include: withBearing }),
  );
  const asked = searchKey(words).split(" ").filter(Boolean);
  const found = rows
    .map((row) => lineOf(row, on))
    .filter((line) => {
      const text = searchKey(`${shortName(line)} ${line.issuer} ${line.title}`);
      return asked.every((word) => text.includes(word));
    });
  const isMeant = ({ number }: LawLine): boolean => codeKey(number) === codeKey(words);
  return [...found.filter(isMeant), ...found.filter((line) => !isMeant(line))];
}

const withTarget = { include: { to: { select: named } }, orderBy: { id: "asc" } } as const;
type RelationRow = Prisma.LegalRelationGetPayload<{ include: { to: { select: typeof named } } }>;

const relationOf = ({ id, kind, to, toText, provision, effectiveOn }: RelationRow): LegalRelation => ({
  ...{ id, kind, provision, effectiveOn: fromDatabaseOrNull(effectiveOn) },
  law: to && basisOf(to),
  name: to ? shortName(to) : (toText ?? ""),
});

const withRows = {
  relations: withTarget,
  rows: { orderBy: { position: "asc" }, select: { id: true, procedureId: true } },
} satisfies Prisma.LegalChangeInclude;
type ChangeRow = Prisma.LegalChangeGetPayload<{ include: typeof withRows }>;

const changeOf = (row: ChangeRow): LegalChange => ({
  id: row.id,
  relations: row.relations.map(relationOf),
  rows: row.rows.map(({ id: rowId, procedureId }) => ({ id: rowId, matched: procedureId !== null })),
  noted: { by: row.notedName, at: row.notedAt },
  released: row.releasedAt && { by: row.releasedName ?? "–", at: row.releasedAt },
  undone: row.undoneAt && { by: row.undoneName ?? "–", at: row.undoneAt, reason: row.undoneReason ?? "" },
});

/** One registered document with all that is known of it; null where there is none. What is noted and what was undone is the lead agency's own. */
export async function findLaw(viewer: Viewer, id: string, on: PlainDate): Promise<Law | null> {
  if (!may(viewer, "laws.read") || !isId(id)) return null;
  const row = await asViewer(viewer, (tx) =>
    tx.legalDocument.findUnique({
      where: { id },
      include: {
        ...withBearing,
        relationsFrom: { where: { changeId: null }, ...withTarget },
        changes: {
          where: may(viewer, "laws.register") ? {} : { releasedAt: { not: null }, undoneAt: null },
          orderBy: { notedAt: "desc" },
          include: withRows,
        },
      },
    }),
  );
  if (!row) return null;
  return {
    ...lineOf(row, on),
    ...changingLawOf(row),
    inForceTo: fromDatabaseOrNull(row.inForceTo),
    registered: row.registeredAt && { by: row.registeredName ?? "–", at: row.registeredAt },
    version: row.version,
    always: row.relationsFrom.map(relationOf),
    changes: row.changes.map(changeOf),
    bearing: bearingOf(row),
  };
}
