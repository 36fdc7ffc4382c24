import { agencyOf, idFrom, one, rows, unique, type Ground } from "@/tests/support/ground";
import { headOf } from "@/tests/support/plants/posts";

/** The version of the policy being written there; 0 where there is none. */
export const policyVersion = async (ground: Ground): Promise<number> =>
  (
    await one<{ version: number }>(
      "select coalesce((select version from quality_policy where agency_id = $1 and signed_on is null and cancellation_id is null), 0) as version",
      [await agencyOf(ground)],
    )
  ).version;

/** A policy to be signed. */
export async function plantPolicyDraft(ground: Ground): Promise<{ id: string; version: number }> {
  const agencyId = await agencyOf(ground);
  await rows(
    `insert into quality_policy (agency_id, body) select $1::uuid, 'Chính sách'
     where not exists (select 1 from quality_policy where agency_id = $1::uuid and signed_on is null and cancellation_id is null)`,
    [agencyId],
  );
  const id = await idFrom(
    "select id from quality_policy where agency_id = $1 and signed_on is null and cancellation_id is null",
    [agencyId],
  );
  return { id, version: await policyVersion(ground) };
}

/** The policy in force, made where there is none. */
export async function plantPolicy(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  await rows(
    `insert into quality_policy (agency_id, body, signed_on, signed_by) select $1::uuid, 'Chính sách', '2017-01-01', $2::uuid
     where not exists (select 1 from quality_policy where agency_id = $1::uuid and signed_on is not null and replaced_on is null)`,
    [agencyId, await headOf(ground)],
  );
  return idFrom(
    "select id from quality_policy where agency_id = $1 and signed_on is not null and replaced_on is null",
    [agencyId],
  );
}

export async function plantPosting(ground: Ground): Promise<string> {
  return idFrom(
    `insert into policy_posting (agency_id, policy_id, place, posted_on)
     select agency_id, id, $2, signed_on from quality_policy where id = $1 returning id`,
    [await plantPolicy(ground), unique()],
  );
}

export async function plantObjective(ground: Ground): Promise<string> {
  return idFrom(
    `insert into quality_objective (agency_id, year, position, text, measure, target)
     select $1::uuid, 2017, coalesce(max(position), 0) + 1, $2::text, 'Tỷ lệ', '95%' from quality_objective where agency_id = $1::uuid returning id`,
    [await agencyOf(ground), unique()],
  );
}

/** A posting that somebody recorded a moment ago. */
export async function plantRecorded(ground: Ground, accountId: string | null): Promise<string> {
  const id = await plantPosting(ground);
  await rows("update policy_posting set recorded_by = $2 where id = $1", [id, accountId]);
  return id;
}

/** A posting that was cancelled; gives the agency. */
export async function plantCancelled(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  const act = await idFrom(
    "insert into cancellation (agency_id, reason, cancelled_name) values ($1, 'Ghi nhầm nơi niêm yết', 'Nguyễn Thử Nghiệm') returning id",
    [agencyId],
  );
  await rows("update policy_posting set cancellation_id = $2 where id = $1", [
    await plantPosting(ground),
    act,
  ]);
  return agencyId;
}
