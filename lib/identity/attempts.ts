import { networkOf } from "@/lib/identity/rules";
import { systemViewer } from "@/lib/identity/viewer";
import { paceAmong, secondsToWait, strain, type Around } from "@/lib/identity/waits";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/database";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/** Where an attempt comes from. `device` is what the browser's own cookie says, if it has one. */
export type Place = { address: string; device: string | null };

type Strain = (typeof strain)[keyof typeof strain];
type Known = { name: string; network: string; device: string | null; browsers: string[] };

const ago = (minutes: number): Date => new Date(now().getTime() - minutes * 60_000);
const day = 24 * 60;
const halfYear = 183 * day;

const deviceHash = (device: string | null): string | null => device && sha256Hex(device);

/** Where an attempt comes from, and the browsers from which this account has signed in before. */
async function known(tx: Tx, name: string, { address, device }: Place): Promise<Known> {
  const before = await tx.signInAttempt.findMany({
    where: { accountName: name, device: { not: null }, succeeded: true, at: { gt: ago(halfYear) } },
    distinct: ["device"],
    select: { device: true },
  });
  const browsers = before.flatMap((each) => each.device ?? []);
  return { name, network: networkOf(address), device: deviceHash(device), browsers };
}

/** Is this a browser in which the account has signed in before? Then what others do from elsewhere does not concern it. */
const isKnown = ({ device, browsers }: Known): boolean => device !== null && browsers.includes(device);

/** What has failed around here lately, counted as far as it matters. */
async function around(tx: Tx, known: Known): Promise<Around> {
  if (isKnown(known)) return { network: 0, name: 0 };
  const { name, network } = known;
  const failed = (where: { network: string } | { accountName: string }, { failures, minutes }: Strain) =>
    tx.signInAttempt.count({
      where: { ...where, succeeded: false, at: { gt: ago(minutes) } },
      take: failures,
    });
  return {
    network: await failed({ network }, strain.network),
    name: await failed({ accountName: name }, strain.name),
  };
}

/**
 * How long this account waits here: by its browser where that is known, else by what other browsers of its network have tried. Who signs
 * in beside a guesser gives the guesser nothing.
 */
async function waitOf(tx: Tx, known: Known): Promise<number> {
  const { name, network, device, browsers } = known;
  const elsewhere = { network, OR: [{ device: null }, { device: { notIn: browsers } }] };
  const attempts = await tx.signInAttempt.findMany({
    where: { accountName: name, at: { gt: ago(day) }, ...(isKnown(known) ? { device } : elsewhere) },
    orderBy: { id: "desc" },
    take: 40,
    select: { at: true, succeeded: true },
  });
  return secondsToWait(attempts, now(), paceAmong(await around(tx, known)));
}

/** An attempt that counts as failed until it is said to have succeeded, or the seconds to wait. */
export type Reserved = { attempt: bigint; wait: 0 } | { attempt: null; wait: number };

/**
 * Writes an attempt down before anything is checked, one after the other for a name: of any number made at the same moment no more
 * are looked at than of as many made in turn. Nobody waits here for those who try other names.
 */
export const reserveAttempt = (name: string, place: Place): Promise<Reserved> =>
  inTransaction(systemViewer("sign-in"), async (tx) => {
    const where = await known(tx, name, place);
    await lock(tx, "attempts", `name ${name}`);
    const wait = await waitOf(tx, where);
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
