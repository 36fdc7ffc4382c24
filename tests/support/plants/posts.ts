import { idFrom, placeOf, rows, type Ground } from "@/tests/support/ground";

export const headOf = (ground: Ground): Promise<string> =>
  idFrom(
    `select p.person_id as id from appointment p join agency a on a.id = p.agency_id
     where a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency],
  );

/** The appointment of whoever heads the agency, who has signed its policy. */
export const appointmentOfHead = (ground: Ground): Promise<string> =>
  idFrom(
    `select p.id from appointment p join agency a on a.id = p.agency_id
     where a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency],
  );

/** A post that a new person holds in an agency; gives the appointment. */
export const plantAppointment = (ground: Ground): Promise<string> =>
  idFrom(
    `with someone as (insert into person (full_name) values ('Nguyễn Thử Nghiệm') returning id)
     insert into appointment (person_id, agency_id, post, title, valid_from)
     select s.id, a.id, 'deputy_head', 'Phó Chủ tịch', '2017-01-01' from someone s, agency a where a.code = $1 returning id`,
    [placeOf(ground).agency],
  );

/** The same with an end that was recorded. */
export async function plantEndedAppointment(ground: Ground): Promise<string> {
  const id = await plantAppointment(ground);
  await rows(
    "update appointment set valid_to = '2017-12-01', end_decision = 'Quyết định số 9' where id = $1",
    [id],
  );
  return id;
}

/** Puts this account's person at the head of the agency, from the day on which the one before began. */
export const seatHead = (ground: Ground, accountId: string | null): Promise<unknown> =>
  rows(
    `update appointment p set person_id = (select person_id from account where id = $2::uuid) from agency a
     where a.id = p.agency_id and a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency, accountId],
  );

export const personOf = (account: string): Promise<string> =>
  idFrom("select person_id as id from account where name = $1", [account]);
