import { asOwner } from "@/e2e/support/world/site";

const storedOf = async <Row extends object>(visit: string, query: string): Promise<Row[]> =>
  asOwner(async (client) => (await client.query<Row>(query, [visit])).rows);

export type StoredAnswer = { code: string; outcome: string; note: string };

/** What the server holds of a visit's answers. */
export const answersIn = (visit: string): Promise<StoredAnswer[]> =>
  storedOf(
    visit,
    "select question_code as code, outcome::text, note from answer where visit_id = $1 order by 1",
  );

export type StoredReceipt = { id: string; subject: string; accepted: boolean; version: number };

/** What arrived from devices for a visit, in the order of its receipts. */
export const receiptsOf = (visit: string): Promise<StoredReceipt[]> =>
  storedOf(
    visit,
    "select id, subject, accepted, version from field_delivery where visit_id = $1 order by receipt_no",
  );

/** In whose name devices delivered what arrived for a visit, by the names of accounts. */
export const deliverersOf = async (visit: string): Promise<string[]> => {
  const rows = await storedOf<{ name: string }>(
    visit,
    "select distinct a.name from field_delivery d join account a on a.id = d.received_by where d.visit_id = $1 order by 1",
  );
  return rows.map(({ name }) => name);
};

/** How many photographs the server holds of a visit. */
export const photosIn = async (visit: string): Promise<number> => {
  const rows = await storedOf<{ n: number }>(
    visit,
    "select count(*)::int as n from answer_evidence where visit_id = $1",
  );
  return rows[0]?.n ?? 0;
};

export type StoredPhotograph = { bytes: Buffer; caption: string };

/** The photographs of a visit as the server holds them, in the order of their arrival. */
export const photographsIn = (visit: string): Promise<StoredPhotograph[]> =>
  storedOf(
    visit,
    `select f.bytes, e.caption from answer_evidence e join attachment a on a.id = e.attachment_id
       join file_content f on f.sha256 = a.sha256 where e.visit_id = $1 order by a.uploaded_at, a.id`,
  );

/** The day that a visit's result bears, and when its findings are due. */
export const signedIn = async (visit: string): Promise<{ on: string; due: string[] } | undefined> => {
  const [result] = await storedOf<{ on: string; due: string[] }>(
    visit,
    `select r.finalised_on::text as on, array(select due_on::text from finding f where f.visit_id = r.visit_id order by 1) as due
     from visit_result r where r.visit_id = $1`,
  );
  return result;
};
