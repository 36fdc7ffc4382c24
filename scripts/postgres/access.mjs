// @ts-check
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";

import { readIfThere, writeSecret } from "../launch/folder.mjs";

/** @typedef {{ port: number, super: string, owner: string, app: string, reader: string }} Access */

const password = () => randomBytes(24).toString("base64url");

/** @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** @param {number} port @param {string} [host] @returns {Promise<boolean>} */
const isFree = (port, host = "127.0.0.1") =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** @param {string} folder */
const fileIn = (folder) => join(folder, "access.json");

/** @param {string} folder @returns {Access | undefined} */
export function readAccess(folder) {
  const text = readIfThere(fileIn(folder));
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {string} folder @param {Access} access */
export const rememberAccess = (folder, access) => writeSecret(fileIn(folder), `${JSON.stringify(access)}\n`);

/** @param {string} folder @returns {Access} */
export function createAccess(folder) {
  const access = { port: 0, super: password(), owner: password(), app: password(), reader: password() };
  rememberAccess(folder, access);
  return access;
}

/**
 * The port asked for, else the one of last time while it is free, else any.
 *
 * @param {Access} access
 * @param {number | undefined} wanted
 */
export async function choosePort(access, wanted) {
  if (wanted) return wanted;
  if (access.port && (await isFree(access.port))) return access.port;
  return freePort();
}

/**
 * @param {Access} access
 * @returns {Record<"superUrl" | "ownerUrl" | "appUrl" | "readerUrl", (database?: string) => string>}
 */
export function urlsOf(access) {
  /** @param {string} role @param {string} secret */
  const to =
    (role, secret) =>
    (database = "nenep") =>
      `postgresql://${role}:${secret}@127.0.0.1:${access.port}/${encodeURIComponent(database)}`;
  return {
    superUrl: to("postgres", access.super),
    ownerUrl: to("nenep_owner", access.owner),
    appUrl: to("nenep_app", access.app),
    readerUrl: to("nenep_reader", access.reader),
  };
}
