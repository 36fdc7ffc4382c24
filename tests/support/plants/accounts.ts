import type { Viewer } from "@/lib/identity/types";
import { agencyOf, idFrom, plantAccount, rows, unique, type Ground } from "@/tests/support/ground";
import { plantDocument } from "@/tests/support/plants/documents";

/** A locked account that still holds a draft, and a colleague who may take it over. */
export async function plantLeftBehind(ground: Ground): Promise<{ id: string; successor: string }> {
  const agencyId = await agencyOf(ground);
  const [left, successor] = [await plantAccount("officer"), await plantAccount("officer")];
  await rows("update account set agency_id = $1 where id = any($2::uuid[])", [
    agencyId,
    [left.id, successor.id],
  ]);
  await rows("update account set disabled_at = now() where id = $1", [left.id]);
  await rows(
    "update document_revision set drafted_by = (select person_id from account where id = $1) where document_id = $2",
    [left.id, await plantDocument(ground, true)],
  );
  return { id: left.id, successor: successor.id };
}

/** A mail that waits, to an account made for it. */
export async function plantMail(): Promise<string> {
  const { id } = await plantAccount("officer");
  return idFrom(
    `insert into mail (account_id, kind, day, address, language, subject)
     values ($1, 'digest', current_date, 'a@tinh.example', 'vi', 'Việc cần làm') returning id`,
    [id],
  );
}

/** Says for an account where its mail goes. */
export const plantAddress = (viewer: Viewer, address: string): Promise<unknown> =>
  rows("update person set email = $2 where id = $1", [viewer.personId, address]);

/** A calendar address of the viewer, or of somebody else. */
export async function plantFeed(where: Ground, viewer: Viewer): Promise<string> {
  const account = where === "own" ? viewer.accountId : (await plantAccount("leader")).id;
  await rows("update calendar_feed set revoked_at = now() where account_id = $1 and revoked_at is null", [
    account,
  ]);
  return idFrom(
    "insert into calendar_feed (account_id, token_hash, locale) values ($1, sha256($2::bytea), 'vi') returning id",
    [account, unique()],
  );
}
