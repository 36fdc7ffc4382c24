import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { ChainBreak, RecordBreak } from "@/lib/journal/types";

/** What people call the chain, beside what is wrong with it. */
type NamedBreak = ChainBreak & { name: string };
type LostChain = { chain: string; name: string };

export type Verification = {
  chains: number;
  entries: number;
  breaks: NamedBreak[];
  /** Whose records are there, though of their history there is nothing at all. */
  lost: LostChain[];
  /** Records all of whose rows are under the seal of an entry, and those that no entry has told of since this release. */
  records: { sealed: number; unsealed: number };
  rowBreaks: RecordBreak[];
  /** Files whose bytes are not those that their name in the database was taken of. */
  files: string[];
};

/** The whole history, and every record and file that it answers for: for the system's own job, as the owner of the schema. */
export const verifyHistory = (viewer: Viewer): Promise<Verification> =>
  asViewer(
    viewer,
    async (tx) => {
      const counted = await tx.$queryRaw<{ chains: number; entries: number }[]>`
        select count(distinct chain_id)::int as chains, count(*)::int as entries from journal_entry`;
      const breaks = await tx.$queryRaw<NamedBreak[]>`
        select chain_id as chain, chain_name(chain_id) as name, seq::text as seq, reason from journal_breaks()`;
      const lost = await tx.$queryRaw<LostChain[]>`
        select chain_id as chain, chain_name(chain_id) as name from lost_chains()`;
      const records = await tx.$queryRaw<Verification["records"][]>`
        select (count(*) filter (where seal >= 4))::int as sealed, (count(*) filter (where seal < 4))::int as unsealed
        from (select distinct on (entity, entity_id) seal from journal_entry where entity <> 'registry'
          order by entity, entity_id, id desc) last`;
      const rowBreaks = await tx.$queryRaw<RecordBreak[]>`
        select entity, entity_id as "entityId", name, reason from record_breaks()
        union all select 'registry', split_part(name, ' ', 1), name, reason from registry_breaks()
        union all select entity, entity_id, name, reason from derived_breaks()`;
      const files = await tx.$queryRaw<{ sha256: string }[]>`
        select sha256 from file_content where encode(sha256(bytes), 'hex') <> sha256 order by 1`;
      return {
        ...{ chains: counted[0]?.chains ?? 0, entries: counted[0]?.entries ?? 0, breaks, lost, rowBreaks },
        records: records[0] ?? { sealed: 0, unsealed: 0 },
        files: files.map(({ sha256 }) => sha256),
      };
    },
    30 * 60 * 1000,
  );
