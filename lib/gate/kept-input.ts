import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { lapsedAccount, systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/platform/clock";
import type { FormState } from "@/lib/gate/types";

type Values = FormState["values"];

const longestPath = 300;

/** Puts aside what was typed in a form whose session had run out, for the account it belonged to. */
export async function keepInput(door: string, path: string, values: Values): Promise<void> {
  const accountId = await lapsedAccount();
  if (accountId) await keepFor(accountId, door, path, values);
}

/** Of each form the last that was sent is kept, wherever its page says that it stood. */
export async function keepFor(accountId: string, door: string, path: string, values: Values): Promise<void> {
  if (path.length > longestPath) return;
  await asViewer(systemViewer("sign-in"), async (tx) => {
    await tx.$executeRaw`delete from kept_input where account_id = ${accountId}::uuid and door = ${door} and path <> ${path}`;
    await tx.keptInput.upsert({
      where: { accountId_door_path: { accountId, door, path } },
      create: { accountId, door, path, values },
      update: { values, keptAt: now() },
      select: { id: true },
    });
  });
}

/** What was put aside for this viewer on this page, by door; null where nothing was. It stays until the form is sent. */
export async function findKeptInput(viewer: Viewer, door: string, path: string): Promise<FormState | null> {
  if (!viewer.accountId) return null;
  const accountId = viewer.accountId;
  const [page = path] = path.split("?");
  const kept = await asViewer(viewer, (tx) =>
    tx.keptInput.findUnique({
      where: { accountId_door_path: { accountId, door, path: page } },
      select: { values: true },
    }),
  );
  return kept ? { problems: [], values: kept.values as Values, conflict: null } : null;
}

export async function forgetKeptInput(viewer: Viewer, door: string): Promise<void> {
  if (!viewer.accountId) return;
  const accountId = viewer.accountId;
  await asViewer(
    viewer,
    (tx) => tx.$executeRaw`delete from kept_input where account_id = ${accountId}::uuid and door = ${door}`,
  );
}
