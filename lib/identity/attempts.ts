import { crowdedNetwork, networkOf, secondsToWait } from "@/lib/identity/rules";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/database";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/** Where an attempt comes from. `device` is what the browser's own cookie says, if it has one. */
export type Place = { address: string; device: string | null };

type Known = { name: string; network: string; device: string | null; isKnown: boolean };

const ago = (minutes: number): Date => new Date(now().getTime() - minutes * 60_000);
const day = 24 * 60;
const halfYear = 183 * day;

const deviceHash = (device: string | null): string | null => device && sha256Hex(device);

/** Has this account signed in from this browser before? Then what others do from elsewhere does not concern it. */
async function known(tx: Tx, name: string, { address, device }: Place): Promise<Known> {
  const hash = deviceHash(device);
  const earlier =
    hash &&
    (await tx.signInAttempt.findFirst({
      where: { accountName: name, device: hash, succeeded: true, at: { gt: ago(halfYear) } },
      select: { id: true },
    }));
  return { name, network: networkOf(address), device: hash, isKnown: Boolean(earlier) };
}

/** How long this account waits here: by its browser where that is known, else by its network. */
async function ownWait(tx: Tx, { name, network, device, isKnown }: Known): Promise<number> {
  const attempts = await tx.signInAttempt.findMany({
    where: { accountName: name, at: { gt: ago(day) }, ...(isKnown ? { device } : { network }) },
    orderBy: { id: "desc" },
    take: 40,
    select: { at: true, succeeded: true },
  });
  return secondsToWait(attempts, now());
}

/** How long a network waits that has failed too often under whatever names. */
async function crowdWait(tx: Tx, { network, isKnown }: Known): Promise<number> {
  if (isKnown) return 0;
  const where = { network, succeeded: false, at: { gt: ago(crowdedNetwork.minutes) } };
  const [failures, last] = [
    await tx.signInAttempt.count({ where }),
    await tx.signInAttempt.findFirst({ where, orderBy: { id: "desc" }, select: { at: true } }),
  ];
  if (failures < crowdedNetwork.failures || !last) return 0;
  return Math.max(0, Math.ceil(crowdedNetwork.seconds - (now().getTime() - last.at.getTime()) / 1000));
}

/** An attempt that counts as failed until it is said to have succeeded, or the seconds to wait. */
export type Reserved = { attempt: bigint; wait: 0 } | { attempt: null; wait: number };

/**
 * Writes an attempt down before anything is checked, one after the other for a name and a network: of any number made at the same
 * moment no more are looked at than of as many made in turn.
 */
export const reserveAttempt = (name: string, place: Place): Promise<Reserved> =>
  inTransaction(systemViewer("sign-in"), async (tx) => {
    const where = await known(tx, name, place);
    for (const what of [`name ${name}`, `network ${where.network}`].sort()) await lock(tx, "attempts", what);
    const wait = Math.max(await ownWait(tx, where), await crowdWait(tx, where));
    if (wait > 0) return { attempt: null, wait };
    const { id } = await tx.signInAttempt.create({
      data: {
        accountName: name,
        address: place.address.slice(0, 100),
        network: where.network,
        device: where.device,
        succeeded: false,
        at: now(),
      },
      select: { id: true },
    });
    return { attempt: id, wait: 0 };
  });

export const attemptSucceeded = (attempt: bigint): Promise<unknown> =>
  inTransaction(
    systemViewer("sign-in"),
    (tx) => tx.$executeRaw`update sign_in_attempt set succeeded = true where id = ${attempt}`,
  );
