import { addressOf, drawnFrom, drawnText } from "@/lib/gate/rules";
import { drawnAs, untouched, type Drawn, type Ending, type FormState } from "@/lib/gate/types";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { lapsedSession, systemViewer } from "@/lib/identity/viewer";
import { formatInstant } from "@/lib/kernel/format";
import { now } from "@/lib/platform/clock";

type Values = FormState["values"];

const longestPath = 300;

/** So many pages' forms wait for one account at one door: as many as somebody has open. */
const mostPages = 10;

/**
 * Puts aside what was typed in a form whose session had run out, for the account it belonged to; says whether it did. A session that
 * somebody ended writes nothing, and what was typed for one account is not kept for another.
 */
export async function keepInput(
  door: string,
  page: string,
  values: Values,
  drawn: Drawn | null,
): Promise<Ending> {
  const session = await lapsedSession();
  if (session?.ended) return "revoked";
  if (!session?.lately || Object.keys(values).length === 0) return "lost";
  if (drawn && drawn.account !== session.accountId) return "lost";
  const kept = drawn ? { ...values, [drawnAs]: drawnText(drawn) } : values;
  return (await keepFor(session.accountId, door, page, kept)) ? "kept" : "lost";
}

/** Keeps what was typed on a page, by its whole address, beside that of the pages sent last; false where it keeps nothing. */
export async function keepFor(
  accountId: string,
  door: string,
  page: string,
  values: Values,
): Promise<boolean> {
  const path = addressOf(page);
  if (path.length > longestPath) return false;
  await asViewer(systemViewer("sign-in"), async (tx) => {
    await tx.keptInput.upsert({
      where: { accountId_door_path: { accountId, door, path } },
      create: { accountId, door, path, values },
      update: { values, keptAt: now() },
      select: { id: true },
    });
    await tx.$executeRaw`delete from kept_input where id in (select id from kept_input where account_id = ${accountId}::uuid
      and door = ${door} order by (path = ${path}) desc, kept_at desc, id desc offset ${mostPages})`;
  });
  return true;
}

/**
 * What a form begins with: what was put aside for this viewer on this page, by door, or nothing. It stays until the form is sent or it is
 * discarded.
 */
export async function findKeptInput(viewer: Viewer, door: string, page: string): Promise<FormState> {
  if (!viewer.accountId) return untouched;
  const accountId = viewer.accountId;
  const kept = await asViewer(viewer, (tx) =>
    tx.keptInput.findUnique({
      where: { accountId_door_path: { accountId, door, path: addressOf(page) } },
      select: { values: true, keptAt: true },
    }),
  );
  if (!kept) return untouched;
  const { [drawnAs]: said, ...values } = kept.values as Values;
  const drawn = drawnFrom(said);
  const keptAt = formatInstant(kept.keptAt);
  return { problems: [], values, conflict: null, keptAt, ...(drawn && { drawn }) };
}

export async function forgetKeptInput(viewer: Viewer, door: string, page: string): Promise<void> {
  if (!viewer.accountId) return;
  const accountId = viewer.accountId;
  await asViewer(
    viewer,
    (tx) =>
      tx.$executeRaw`delete from kept_input where account_id = ${accountId}::uuid and door = ${door} and path = ${addressOf(page)}`,
  );
}
