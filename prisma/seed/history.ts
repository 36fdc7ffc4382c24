import type { Tx } from "@/lib/identity/database";
import { canonical } from "@/lib/journal/rules";
import { provinceChain } from "@/lib/kernel/ids";
import { followUp } from "@/prisma/seed/data/shortcomings";
import { idOf } from "@/prisma/seed/ids";

type Created = { chain: string; entity: string; id: string; name: string };

/** Why a visit is on a day on which offices are closed. */
const reasons: Readonly<Record<string, string>> = {
  [idOf("visit", followUp.agency, followUp.on)]:
    "Ngày 31/12/2017 là Chủ nhật; Đoàn giữ ngày này theo đề nghị của cơ quan, để có kết quả trong năm.",
};

/**
 * Each created record begins its history, in one statement; the database seals every row. Visits of a draft begin it with the
 * province: their agencies do not know of them yet.
 */
export async function seedHistory(tx: Tx): Promise<void> {
  const created = await tx.$queryRaw<Created[]>`
    select agency_id as chain, 'agency' as entity, agency_id::text as id, name from agency_name where valid_to is null
    union all select agency_id, 'document', id::text, code from controlled_document
    union all select agency_id, 'policy', id::text, signed_on::text from quality_policy
    union all select agency_id, 'objective', id::text, year::text from quality_objective
    union all select case when p.approved_on is null then ${provinceChain}::uuid else v.agency_id end, 'visit', v.id::text,
      v.planned_on::text from visit v join programme p on p.id = v.programme_id
    union all select ${provinceChain}::uuid, 'programme', id::text, year::text from programme
    union all select agency_id, 'finding', id::text, question_code from finding
    union all select agency_id, 'review', id::text, ended_on::text from agency_review
    union all select ${provinceChain}::uuid, 'account', id::text, name from account
    union all select ${provinceChain}::uuid, 'law', l.id::text, l.number from legal_change c join legal_document l on l.id = c.legal_document_id
    order by 1, 2, 3`;
  const rows = created.map((each) => ({
    ...each,
    content: canonical({ name: each.name, ...(reasons[each.id] && { reason: reasons[each.id] }) }),
  }));
  await tx.$executeRaw`
    insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
    select r.chain, null, 'seed', 'system', 'seeded', r.entity, r.id, r.content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(chain uuid, entity text, id text, content text)
    order by r.chain, r.entity, r.id`;
}
