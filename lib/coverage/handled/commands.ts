import { Prisma } from "@/generated/prisma/client";
import { loadProcedures } from "@/lib/catalogue/queries";
import { procedureName } from "@/lib/catalogue/rules";
import { askedAbout, endedFrom, handledShown } from "@/lib/coverage/handled/rules";
import { handledForm } from "@/lib/coverage/handled/schema";
import { loadHandled } from "@/lib/coverage/queries";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { fromDatabase, fromDatabaseOrNull, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { lock } from "@/lib/platform/locks";

async function end(
  { tx, today }: { tx: Tx; today: PlainDate },
  agencyId: string,
  ids: readonly string[],
  day: PlainDate,
): Promise<void> {
  const rows = await tx.handledProcedure.findMany({ where: { agencyId, procedureId: { in: [...ids] } } });
  const { dropped, ended } = endedFrom(
    rows.map(({ procedureId, since, until }) => ({
      ...{ procedureId, since: fromDatabase(since), until: fromDatabaseOrNull(until) },
    })),
    day,
    today,
  );
  const spansOf = (spans: typeof dropped) => Prisma.sql`
    jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s("procedureId" uuid, since date)
    where h.agency_id = ${agencyId}::uuid and h.procedure_id = s."procedureId" and h.since = s.since`;
  await tx.$executeRaw`delete from handled_procedure h using ${spansOf(dropped)}`;
  await tx.$executeRaw`update handled_procedure h set until = ${day}::date from ${spansOf(ended)}`;
}

/** An agency says which procedures it handles from a day on: those that were ticked begin, those whose tick was taken off end. */
export const recordHandled = command(
  "coverage.record",
  handledForm,
  async ({ tx, today }, { agencyId, field, since, procedures, shown }) => {
    await lock(tx, "handled", agencyId);
    const handled = new Set((await loadHandled(tx, agencyId, today)).keys());
    const asked = askedAbout(await loadProcedures(tx, today), handled, field);
    refuseOther(shown, handledShown(asked, handled));
    const chosen = new Set(procedures);
    if (procedures.some((id) => !asked.some((each) => each.id === id))) refuse("not-a-choice", "procedures");
    const begun = asked.filter(({ id }) => chosen.has(id) && !handled.has(id));
    const ended = asked.filter(({ id }) => !chosen.has(id) && handled.has(id));
    if (begun.length + ended.length === 0) refuse("no-change", "procedures");
    // What was said from a later day on gives way to what is said now.
    await end(
      { tx, today },
      agencyId,
      [...begun, ...ended].map(({ id }) => id),
      since,
    );
    await tx.handledProcedure.createMany({
      data: begun.map(({ id }) => ({ agencyId, procedureId: id, since: toDatabase(since) })),
    });
    return {
      chain: agencyId,
      action: "procedures-handled",
      entity: "agency",
      entityId: agencyId,
      content: {
        handledSince: since,
        handledBegun: begun.map(procedureName).join("\n"),
        handledEnded: ended.map(procedureName).join("\n"),
      },
    };
  },
);
