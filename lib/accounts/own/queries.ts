import type { Tx } from "@/lib/identity/database";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What everybody knows the agencies that the viewer may read by, in a transaction that is already open: names, codes, abbreviations, and places. */
export async function loadCallings(tx: Tx, on: PlainDate): Promise<string[]> {
  const rows = await tx.$queryRaw<{ calling: string }[]>`
    with known as (select a.code, s.name, s.abbreviation from agency a join agency_standing s on s.agency_id = a.id
      where s.valid_from <= ${on}::date and s.valid_to > ${on}::date),
    lead as (select name, abbreviation, province from lead_agency_on(${on}::date))
    select unnest(array[code, name, abbreviation, regexp_replace(name, '^(UBND )?(huyện|thành phố|thị xã|xã|phường) ', '')]) as calling
      from known
    union select unnest(array[name, abbreviation, province]) from lead`;
  return rows.map(({ calling }) => calling);
}
