import { Prisma } from "@/generated/prisma/client";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fingerprintOf, named as namedIn, receiptNumber, spoken } from "@/lib/journal/rules";
import type {
  ChainBreak,
  Entity,
  HistoryEntry,
  HistoryFilter,
  HistoryLine,
  Value,
} from "@/lib/journal/types";
import { agencyParameter } from "@/lib/identity/access";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { searchKey } from "@/lib/kernel/text";

type Row = {
  id: bigint;
  at: Date;
  actorName: string;
  actorRole: string;
  action: string;
  entity: string;
  entityId: string;
  content: string;
  hash: Uint8Array;
};

const entryOf = (row: Row): HistoryEntry => ({
  number: receiptNumber(row.id),
  at: row.at,
  actorName: row.actorName,
  actorRole: row.actorRole,
  action: row.action,
  entity: row.entity,
  entityId: row.entityId,
  content: spoken(row.action, JSON.parse(row.content) as Record<string, Value>),
  fingerprint: fingerprintOf(row.hash),
});

type LineRow = Row & { chainId: string; agencyName: string | null };

const lineOf = (row: LineRow): HistoryLine => ({
  ...entryOf(row),
  chain: row.chainId,
  agencyName: row.agencyName,
  names: {},
});

/** What ids and codes of agencies stand for, of what the viewer may read: each by the name that people know it by. */
async function namesOf(tx: Tx, keys: readonly string[], on: PlainDate): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const ids = keys.filter(isId);
  const rows = await tx.$queryRaw<{ key: string; name: string }[]>`
    with known as (select s.agency_id, s.name from agency_standing s where s.valid_from <= ${on}::date and s.valid_to > ${on}::date)
    select a.code as key, k.name from agency a join known k on k.agency_id = a.id where a.code = any(${keys}::text[])
    union all select id::text, full_name from person where id = any(${ids}::uuid[])
    union all select id::text, file_name from attachment where id = any(${ids}::uuid[])
    union all select id::text, number || ', ' || to_char(declared_on, 'DD/MM/YYYY') from declaration where id = any(${ids}::uuid[])
    union all select id::text, to_char(signed_on, 'DD/MM/YYYY') from quality_policy where id = any(${ids}::uuid[]) and signed_on is not null
    union all select r.id::text, d.code || ', ' || r.issue_no || '/' || r.revision_no from document_revision r
      join controlled_document d on d.id = r.document_id where r.id = any(${ids}::uuid[])
    union all select v.id::text, k.name || ', ' || to_char(v.planned_on, 'DD/MM/YYYY') from visit v join known k on k.agency_id = v.agency_id
      where v.id = any(${ids}::uuid[])
    union all select id::text, question_code || ', ' || to_char(raised_on, 'DD/MM/YYYY') from finding where id = any(${ids}::uuid[])`;
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}

const columns = Prisma.sql`e.id, e.at, e.actor_name as "actorName", e.actor_role as "actorRole", e.action, e.entity,
  e.entity_id as "entityId", e.content, e.hash, e.chain_id as "chainId", s.name as "agencyName"`;

const named = (on: PlainDate): Prisma.Sql => Prisma.sql`journal_entry e left join agency_standing s
  on s.agency_id = e.chain_id and s.valid_from <= ${on}::date and s.valid_to > ${on}::date`;

/** Entries of a record on one page. */
export const entriesOfRecord = 200;

/** The history of one record, newest first, a page of it: what came before a number, or the entry of that number alone. */
export async function listHistory(
  viewer: Viewer,
  entity: Entity,
  entityId: string,
  on: PlainDate,
  { before = null, number = null }: { before?: string | null; number?: string | null } = {},
): Promise<HistoryLine[]> {
  if (!may(viewer, "history.read")) return [];
  const only = agencyParameter(viewer, "history.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<LineRow[]>`
      select ${columns} from ${named(on)}
      where e.entity = ${entity} and e.entity_id = ${entityId} and (${only}::uuid is null or e.chain_id = ${only}::uuid)
        and (${before}::bigint is null or e.id < ${before}::bigint) and (${number}::bigint is null or e.id = ${number}::bigint)
      order by e.id desc limit ${entriesOfRecord + 1}`;
    const lines = rows.map(lineOf);
    const names = await namesOf(tx, [...new Set(lines.flatMap(({ content }) => namedIn(content)))], on);
    return lines.map((line) => ({ ...line, names }));
  });
}

const wordsOf = (typed: string): string[] => searchKey(typed).split(" ").filter(Boolean);

/** In agencies that are called or coded so, however it is spelt. */
function ofAgency(typed: string, on: PlainDate): Prisma.Sql {
  const words = wordsOf(typed);
  if (words.length === 0) return Prisma.sql`true`;
  const patterns = words.map((word) => `%${word}%`);
  return Prisma.sql`e.chain_id in (select a.id from agency a
    left join agency_standing n on n.agency_id = a.id and n.valid_from <= ${on}::date and n.valid_to > ${on}::date
    where a.code = ${typed.toLowerCase()} or n.name_key like all(${patterns}::text[]))`;
}

/** By people who are called so, whatever their names are spelt with (as searchKey folds them), or who sign in so. */
function ofActor(typed: string): Prisma.Sql {
  const words = wordsOf(typed);
  if (words.length === 0) return Prisma.sql`true`;
  const patterns = words.map((word) => `%${word}%`);
  return Prisma.sql`(replace(regexp_replace(normalize(lower(e.actor_name), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
      like all(${patterns}::text[])
    or e.actor_id in (select id from account where name = ${typed.toLowerCase()}))`;
}

/** What happened lately, newest first; one more than `size` tells that there is more. */
export async function listRecentHistory(
  viewer: Viewer,
  filter: HistoryFilter,
  on: PlainDate,
  size: number,
): Promise<HistoryLine[]> {
  if (!may(viewer, "history.read")) return [];
  const only = agencyParameter(viewer, "history.read");
  const { agency, actor, entity, from, to, before } = filter;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<LineRow[]>`
    select ${columns} from ${named(on)}
    where (${only}::uuid is null or e.chain_id = ${only}::uuid)
      and ${ofAgency(agency, on)} and ${ofActor(actor)}
      and (${entity}::text is null or e.entity = ${entity})
      and (${from}::text is null or e.at >= (${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'))
      and (${to}::text is null or e.at < ((${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
      and (${before}::bigint is null or e.id < ${before}::bigint)
    order by e.id desc limit ${size + 1}`,
  );
  return rows.map(lineOf);
}

/** Which of these chains are not whole, among those the viewer may read. */
export async function findChainBreaks(viewer: Viewer, asked: readonly string[]): Promise<ChainBreak[]> {
  if (!may(viewer, "history.read")) return [];
  const only = agencyParameter(viewer, "history.read");
  const chains = asked.filter((chain) => only === null || chain === only);
  if (chains.length === 0) return [];
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<ChainBreak[]>`
    select b.chain_id as chain, b.seq::text as seq, b.reason
    from unnest(${chains}::uuid[]) as c(id), lateral chain_breaks(c.id) b`,
  );
}

/** The entry a receipt number stands for, if it is the viewer's own act, with the name of its record. */
export async function findReceipt(
  viewer: Viewer,
  number: string,
  on: PlainDate,
): Promise<HistoryLine | null> {
  if (!/^\d{1,18}$/.test(number) || viewer.accountId === null) return null;
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<LineRow[]>`select ${columns} from ${named(on)}
      where e.id = ${number}::bigint and e.actor_id = ${viewer.accountId}::uuid`;
    if (!row) return null;
    const line = lineOf(row);
    return { ...line, names: await namesOf(tx, [line.entityId, ...namedIn(line.content)], on) };
  });
}
