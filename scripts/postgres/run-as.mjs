// @ts-check
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";

import { Trouble } from "../launch/trouble.mjs";

/**
 * PostgreSQL refuses to run as root. A way to run it: a prefix to the command, or another user.
 *
 * @typedef {{ prefix: string[], uid?: number, gid?: number, own: (path: string) => void }} RunAs
 */

const nothing = () => undefined;

const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];

const namespacesWork = () =>
  process.platform === "linux" &&
  spawnSync("unshare", [...namespace.slice(1), "true"], { stdio: "ignore" }).status === 0;

/** @param {"-u" | "-g"} which */
const idOfPostgres = (which) =>
  Number.parseInt(spawnSync("id", [which, "postgres"], { encoding: "utf8" }).stdout ?? "", 10);

/** @param {number} uid @param {number} gid @returns {RunAs} */
const asUser = (uid, gid) => ({ prefix: [], uid, gid, own: (path) => chownSync(path, uid, gid) });

/**
 * As ourselves; as root, as whoever owns the cluster already, else in a user namespace of our own, else as the user
 * postgres.
 *
 * @param {string} cluster
 * @returns {RunAs}
 */
export function chooseRunAs(cluster) {
  if (process.getuid?.() !== 0) return { prefix: [], own: nothing };
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner && owner.uid !== 0) return asUser(owner.uid, owner.gid);
  if (namespacesWork()) return { prefix: namespace, own: nothing };
  const uid = idOfPostgres("-u");
  if (Number.isNaN(uid)) {
    throw new Trouble(
      "PostgreSQL does not run as root here: start as an ordinary user, or create the user postgres.",
    );
  }
  return asUser(uid, idOfPostgres("-g"));
}

/** @param {RunAs} runAs @param {string} program @param {string[]} args */
export function commandFor(runAs, program, args) {
  const [command = program, ...rest] = [...runAs.prefix, program, ...args];
  const { uid, gid } = runAs;
  return { command, args: rest, identity: uid === undefined || gid === undefined ? {} : { uid, gid } };
}
