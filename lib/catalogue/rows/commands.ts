import { randomUUID } from "node:crypto";

import { Prisma } from "@/generated/prisma/client";
import { nameKey } from "@/lib/catalogue/matching/rules";
import { codesIn } from "@/lib/catalogue/reading/cells/rules";
import { listBeside, listOf } from "@/lib/catalogue/rows/lists/bytes";
import type { ReadRow } from "@/lib/catalogue/reading/types";
import { loadDraftRows, loadNamed, loadSaidRows } from "@/lib/catalogue/rows/queries";
import {
  clearlyNamed,
  countActs,
  finder,
  meantBy,
  notedOtherwise,
  placeOf,
  rowsShown,
  withoutKnown,
  type Finder,
} from "@/lib/catalogue/rows/rules";
import { dropRowsForm, matchAllForm, matchForm, readingForm } from "@/lib/catalogue/rows/schema";
import type { Tx } from "@/lib/identity/database";
import { command, commandOf, onceAForm } from "@/lib/journal/commands";
import type { FormId } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { codeText } from "@/lib/kernel/text";
import { holdDraft, holdLaw } from "@/lib/legal/held/commands";
import { holdRegister } from "@/lib/legal/touched/commands";

/** One statement, however many there are. */
const createProcedures = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`insert into admin_procedure (id) select unnest(${[...ids]}::uuid[])`;

/** Which procedures rows mean and replace; what nobody knows yet is made, once for each code. */
function resolve(rows: readonly ReadRow[], find: Finder) {
  const made = new Map<string, string>();
  const make = (key: string): string => {
    const id = made.get(key) ?? randomUUID();
    made.set(key, id);
    return id;
  };
  const ofCode = (code: string): string => find.ofCode(code) ?? make(code);
  const named = new Set<string>();
  const resolved = rows.map((row) => {
    const known = meantBy(row, find);
    // Without codes nobody knows whether a name that comes again is another procedure.
    const again = row.code === null && known === "new" && named.has(nameKey(row.name));
    if (row.code === null) named.add(nameKey(row.name));
    const meant = again ? null : known;
    return {
      ...row,
      id: randomUUID(),
      procedureId:
        meant === "new" ? (row.code === null ? make(randomUUID()) : ofCode(row.code)) : (meant?.id ?? null),
      replaced: row.replaces.map((code) => ({ code, procedureId: ofCode(code) })),
    };
  });
  return { resolved, made: [...made.values()] };
}
type Resolved = ReturnType<typeof resolve>["resolved"];

async function saveRows(tx: Tx, changeId: string, first: number, rows: Resolved): Promise<void> {
  const lines = rows.map(({ place, bases, replaces: _, replaced: __, ...row }, index) => ({
    ...row,
    ...{ position: first + index, place: placeOf(place), bases: bases.map(codeText) },
  }));
  await tx.$executeRaw`
    insert into procedure_row (id, change_id, position, place, act, procedure_id, code, name, field, levels, decides, performs,
      effective_on, ends_on, shared, no_case, internal, bases)
    select r.id, ${changeId}::uuid, r.position, r.place, r.act, r."procedureId", r.code, r.name, r.field, r.levels, r.decides, r.performs,
      r."effectiveOn", r."endsOn", r.shared, r."noCase", r.internal, r.bases
    from json_to_recordset(${JSON.stringify(lines)}::json) as r(id uuid, position int, place text, act procedure_act, "procedureId" uuid,
      code text, name text, field text, levels text, decides text, performs text, "effectiveOn" date, "endsOn" date, shared boolean,
      "noCase" boolean, internal boolean, bases text[])`;
  const replacing = rows.flatMap(({ id, replaced }) => replaced.map((each) => ({ rowId: id, ...each })));
  if (replacing.length > 0)
    await tx.procedureReplacement.createMany({ data: replacing, skipDuplicates: true });
}

/** Notes rows that were read. */
const noteRows = (rows: readonly ReadRow[]) =>
  command("laws.register", readingForm, async ({ tx, viewer }, form) => {
    await holdLaw(tx, form.lawId);
    await holdRegister(tx);
    const said = await loadSaidRows(tx, form.lawId);
    const fresh = withoutKnown(rows, said);
    const field = form.file ? "file" : "pasted";
    if (fresh.length === 0) refuse("rows-known", field);
    refuseIf(notedOtherwise(fresh, await loadDraftRows(tx, form.lawId), field).slice(0, 50));
    const { resolved, made } = resolve(fresh, finder(await loadNamed(tx)));
    const changeId = await holdDraft(tx, viewer, form.lawId);
    const last = await tx.procedureRow.aggregate({ where: { changeId }, _max: { position: true } });
    await createProcedures(tx, made);
    await saveRows(tx, changeId, (last._max.position ?? 0) + 1, resolved);
    return {
      chain: provinceChain,
      action: "procedures-read",
      entity: "law",
      entityId: form.lawId,
      content: {
        ...{ file: form.file?.name ?? "", procedures: fresh.length, ...countActs(fresh) },
        unmatched: resolved.filter(({ procedureId }) => procedureId === null).length,
      },
    };
  });

/**
 * Reads the list of a decision that publishes procedures into the draft of its changes: all of it, or nothing where a row cannot be.
 * What the decision said before is left out, so that the same list read twice changes nothing.
 */
export const readProcedures = onceAForm(
  commandOf(
    "laws.register",
    readingForm,
    async (viewer, input, form?: FormId) => {
      // A long list takes its time: no transaction waits for that.
      const read = await listOf(input);
      return "ok" in read ? read : noteRows(read)(viewer, input, form);
    },
    { beside: listBeside },
  ),
);

const match = (tx: Tx, pairs: readonly { id: string; procedureId: string }[]): Promise<number> =>
  tx.$executeRaw`
    update procedure_row r set procedure_id = m."procedureId"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as m(id uuid, "procedureId" uuid) where r.id = m.id`;

/** The procedure that a person means by its code. */
async function ofTypedCode(tx: Tx, typed: string): Promise<string> {
  const [code] = codesIn(typed);
  if (code === undefined) refuse("procedure-code-needed", "code");
  const known = finder(await loadNamed(tx)).ofCode(code);
  return known ?? refuse("procedure-not-known", "code", { code });
}

/** Is a procedure named by one row alone: was it made for that row? */
const isOwn = async (tx: Tx, procedureId: string | null): Promise<boolean> =>
  procedureId !== null && (await tx.procedureRow.count({ where: { procedureId } })) === 1;

/** Says which procedure a row of the draft means, or says it anew. */
export const matchRow = command("laws.register", matchForm, async ({ tx }, { lawId, rowId, meant, code }) => {
  await holdLaw(tx, lawId);
  await holdRegister(tx);
  const row = (await loadDraftRows(tx, lawId)).find(({ id }) => id === rowId);
  if (!row) refuse("change-released");
  if (meant === "new" && (await isOwn(tx, row.procedureId))) refuse("no-change", "meant");
  const procedureId = meant === "code" ? await ofTypedCode(tx, code) : meant === "new" ? randomUUID() : meant;
  if (procedureId === row.procedureId) refuse("no-change", "meant");
  const named = (await loadNamed(tx)).find(({ id }) => id === procedureId);
  if (meant === "new") await createProcedures(tx, [procedureId]);
  else if (!named) refuse("not-a-choice", "meant");
  await match(tx, [{ id: rowId, procedureId }]);
  return {
    chain: provinceChain,
    action: "procedure-matched",
    entity: "law",
    entityId: lawId,
    content: { procedure: row.name, procedureCode: named?.code ?? "" },
  };
});

/** Says of all rows whose name one known procedure alone has that they mean it. */
export const matchRows = command("laws.register", matchAllForm, async ({ tx }, { lawId, shown }) => {
  await holdLaw(tx, lawId);
  await holdRegister(tx);
  const clear = clearlyNamed(await loadDraftRows(tx, lawId), finder(await loadNamed(tx)));
  refuseOther(shown, rowsShown(clear.map(({ row, procedureId }) => ({ id: row.id, procedureId }))));
  if (clear.length === 0) refuse("change-released");
  await match(
    tx,
    clear.map(({ row, procedureId }) => ({ id: row.id, procedureId })),
  );
  return {
    chain: provinceChain,
    action: "procedures-matched",
    entity: "law",
    entityId: lawId,
    content: { procedures: clear.length },
  };
});

/** Takes rows off a draft: one, or all of them. */
export const dropRows = command("laws.register", dropRowsForm, async ({ tx }, { lawId, rowId, shown }) => {
  await holdLaw(tx, lawId);
  const rows = (await loadDraftRows(tx, lawId)).filter(({ id }) => rowId === "" || id === rowId);
  if (rows.length === 0) refuse("change-released");
  refuseOther(shown, rowsShown(rows));
  const ids = Prisma.sql`${rows.map(({ id }) => id)}::uuid[]`;
  await tx.$executeRaw`delete from procedure_replacement where row_id = any(${ids})`;
  await tx.$executeRaw`delete from procedure_row where id = any(${ids})`;
  return {
    chain: provinceChain,
    action: "procedures-dropped",
    entity: "law",
    entityId: lawId,
    content: {
      procedures: rows.length,
      ...countActs(rows),
      procedure: rowId === "" ? "" : (rows[0]?.name ?? ""),
    },
  };
});
