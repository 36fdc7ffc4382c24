import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { provinceChain } from "@/lib/kernel/ids";
import { fromDatabaseOrNull, toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther, shownAs } from "@/lib/kernel/shown";
import { releaseShown } from "@/lib/legal/changes/rules";
import { droppedRelationForm, relationForm, releaseForm, undoForm } from "@/lib/legal/changes/schema";
import { holdDraft, holdLaw } from "@/lib/legal/held/commands";
import { lawIn } from "@/lib/legal/picking/rules";
import { provisionsIn } from "@/lib/legal/provisions/rules";
import { loadLawLines } from "@/lib/legal/queries";
import { addTasks, holdRegister } from "@/lib/legal/touched/commands";
import { now } from "@/lib/platform/clock";

/** The other document of a relation: picked from the register, or a name that is marked as not registered. */
async function targetOf(tx: Tx, target: string, unregistered: boolean) {
  const found = lawIn(target, await loadLawLines(tx));
  if ("picked" in found)
    return { toId: found.picked.law.id, toText: null, provisions: found.picked.provisions };
  if (unregistered && found.fault.code !== "law-day-needed" && found.fault.code !== "not-a-provision")
    return { toId: null, toText: target, provisions: [] };
  return refuse(found.fault.code, "target", found.fault.values);
}

/** Notes what a document does to another. Nothing follows from it until it is released. */
export const noteRelation = command("laws.register", relationForm, async ({ tx, viewer }, form) => {
  const { lawId, kind, target, unregistered, provisions: typed, effectiveOn } = form;
  await holdLaw(tx, lawId);
  const { toId, toText, provisions: named } = await targetOf(tx, target, unregistered === "1");
  const read = provisionsIn(typed);
  if (!read) refuseIf(problem("not-a-provision", "provisions", { line: typed }));
  if (toId === lawId) refuse("law-itself", "target");
  const provisions = [...new Set([...named, ...(read ?? [])])];
  const changeId = await holdDraft(tx, viewer, lawId);
  await tx.legalRelation.createMany({
    data: (provisions.length > 0 ? provisions : [""]).map((provision) => ({
      ...{ fromId: lawId, toId, toText, kind, provision, changeId },
      effectiveOn: effectiveOn && toDatabase(effectiveOn),
    })),
  });
  return {
    chain: provinceChain,
    action: "relation-noted",
    entity: "law",
    entityId: lawId,
    content: { relation: kind, target, provisions: provisions.join("; "), effectiveOn },
  };
});

/** Takes off what was noted and is not released. */
export const dropRelation = command(
  "laws.register",
  droppedRelationForm,
  async ({ tx }, { lawId, relationId }) => {
    await holdLaw(tx, lawId);
    const relation = await tx.legalRelation.findFirst({
      where: { id: relationId, fromId: lawId, change: { releasedAt: null } },
      include: { to: { select: { number: true } } },
    });
    if (!relation) refuse("change-released");
    await tx.legalRelation.delete({ where: { id: relationId }, select: { id: true } });
    return {
      chain: provinceChain,
      action: "relation-dropped",
      entity: "law",
      entityId: lawId,
      content: {
        ...{ relation: relation.kind, target: relation.to?.number ?? relation.toText ?? "" },
        ...{ provisions: relation.provision, effectiveOn: fromDatabaseOrNull(relation.effectiveOn) },
      },
    };
  },
);

/**
 * Releases what was noted: from then on it bears on the state of other documents and on the clocks, and every document of every agency
 * that it touches has its task, all in this one transaction.
 */
export const releaseChange = command(
  "laws.register",
  releaseForm,
  async ({ tx, viewer, today }, { lawId, changeId, shown }) => {
    await holdLaw(tx, lawId);
    const change = await tx.legalChange.findFirst({
      where: { id: changeId, legalDocumentId: lawId, releasedAt: null },
      include: { relations: { orderBy: { id: "asc" } }, rows: { orderBy: { position: "asc" } } },
    });
    if (!change) refuse("change-released");
    if (change.relations.length + change.rows.length === 0) refuse("nothing-noted");
    if (change.rows.some(({ procedureId }) => procedureId === null)) refuse("rows-unmatched");
    await holdRegister(tx);
    const touched = await addTasks(tx, changeId, today);
    refuseOther(
      shown,
      releaseShown(
        [...change.relations, ...change.rows].map(({ id }) => id),
        touched,
      ),
    );
    await tx.legalChange.update({
      where: { id: changeId },
      data: { releasedBy: viewer.accountId, releasedName: viewer.name, releasedAt: now() },
      select: { id: true },
    });
    // Procedures may rest on the altered law by the very rows that are released with it.
    const both = change.relations.length > 0 && change.rows.length > 0;
    const tasks = [...touched, ...(both ? await addTasks(tx, changeId, today) : [])];
    return {
      chain: provinceChain,
      action: "change-released",
      entity: "law",
      entityId: lawId,
      content: {
        ...{ relations: change.relations.length, procedures: change.rows.length },
        documents: tasks.length,
        agencies: new Set(tasks.map(({ agencyId }) => agencyId)).size,
      },
    };
  },
);

/** Takes back what was released: no state, clock or task follows from it any more. That it was released stays in history. */
export const undoChange = command(
  "laws.register",
  undoForm,
  async ({ tx, viewer }, { lawId, changeId, reason, shown }) => {
    await holdLaw(tx, lawId);
    const change = await tx.legalChange.findFirst({
      where: { id: changeId, legalDocumentId: lawId, releasedAt: { not: null } },
      select: {
        undoneAt: true,
        tasks: {
          where: { document: { withdrawals: { none: { cancellationId: null } } } },
          select: { documentId: true },
        },
        _count: { select: { relations: true, rows: true } },
      },
    });
    if (!change) refuse("not-yours");
    if (change.undoneAt) refuse("already-done");
    refuseOther(shown, shownAs([changeId, change.tasks.length]));
    await tx.legalChange.update({
      where: { id: changeId },
      data: { undoneBy: viewer.accountId, undoneName: viewer.name, undoneAt: now(), undoneReason: reason },
      select: { id: true },
    });
    return {
      chain: provinceChain,
      action: "change-undone",
      entity: "law",
      entityId: lawId,
      content: {
        ...{ relations: change._count.relations, procedures: change._count.rows },
        ...{ documents: change.tasks.length, reason },
      },
    };
  },
);
