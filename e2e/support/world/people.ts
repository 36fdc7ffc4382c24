import { randomUUID } from "node:crypto";

import { asOwner } from "@/e2e/support/world/site";
import type { Role } from "@/lib/identity/types";

/** An officer or head of an agency who exists for one test alone, with the demonstration password. */
export const createOfficer = (
  name: string,
  agencyCode: string,
  role: "officer" | "head" = "officer",
  fullName = "Nguyễn Thử Nghiệm",
): Promise<unknown> =>
  asOwner(async (client) => {
    const person = randomUUID();
    await client.query("insert into person (id, full_name) values ($1, $2)", [person, fullName]);
    await client.query(
      `insert into account (person_id, name, password_hash, role, agency_id, demonstration)
       select $1, $2, o.password_hash, $4::role, a.id, true from account o, agency a where o.name = 'officer' and a.code = $3`,
      [person, name, agencyCode, role],
    );
  });

/** The head of an agency, for one test alone: whoever held the post before, this account's person holds it now. */
export async function createHead(name: string, agencyCode: string): Promise<void> {
  await createOfficer(name, agencyCode, "head");
  // Whoever headed it until then keeps what they signed.
  await asOwner(async (client) => {
    const { rows } = await client.query<{ id: string; from: string; since: string }>(
      `with own as (select p.* from appointment p join agency a on a.id = p.agency_id
         where a.code = $1 and p.post = 'head' and p.valid_to is null)
       select o.id, o.valid_from::text as from, coalesce((select least(date '2017-12-31', 1 + max(s.day)) from (
           select approved_on as day from document_revision where approved_by = o.person_id and agency_id = o.agency_id
           union all select signed_on from quality_policy where signed_by = o.person_id and agency_id = o.agency_id) s
         having max(s.day) >= o.valid_from), o.valid_from)::text as since
       from own o`,
      [agencyCode],
    );
    for (const { id, from, since } of rows) {
      await client.query("update appointment set valid_from = $2 where id = $1", [id, since]);
      if (from < since)
        await client.query(
          `insert into appointment (person_id, agency_id, post, title, valid_from, valid_to)
           select person_id, agency_id, post, title, $2, $3 from appointment where id = $1`,
          [id, from, since],
        );
      await client.query(
        "update appointment set person_id = (select person_id from account where name = $2) where id = $1",
        [id, name],
      );
    }
  });
}

/** Somebody with the rights of `role` who exists for one test alone, and whose acts are known by their name. */
export const createTwin = (role: Role, name: string, fullName: string): Promise<unknown> =>
  asOwner(async (client) => {
    const person = randomUUID();
    await client.query("insert into person (id, full_name) values ($1, $2)", [person, fullName]);
    await client.query(
      `insert into account (person_id, name, password_hash, role, agency_id, demonstration)
       select $1, $2, password_hash, role, agency_id, true from account where name = $3`,
      [person, name, role],
    );
  });

/** Ends every open session of an account: what an administrator, or time, does. */
export const endSessions = (accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update session set expires_at = now() where expires_at > now() and account_id = (select id from account where name = $1)",
      [accountName],
    ),
  );

/** Ends the sessions of an account as somebody does from another one. */
export const revokeSessions = (accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update session set revoked_at = now() where revoked_at is null and account_id = (select id from account where name = $1)",
      [accountName],
    ),
  );
