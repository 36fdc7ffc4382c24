import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "@playwright/test";

import { asOwner } from "@/e2e/support/world/site";
import type { Arrived } from "@/tests/support/mail/server";

const folder = (): string => `${process.env.E2E_DATA_DIR ?? ".data/e2e"}-mail`;

/** What has arrived at an address, in its order. */
export const mailsTo = (address: string): Arrived["mail"][] =>
  readdirSync(folder())
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder(), file), "utf8")) as Arrived)
    .filter(({ to }) => to === address)
    .map(({ mail }) => mail);

/** The mail whose subject begins so, once it has come. */
export async function mailTo(address: string, subject: string): Promise<Arrived["mail"]> {
  const find = () => mailsTo(address).find((mail) => mail.subject?.startsWith(subject));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return find() as Arrived["mail"];
}

/** The first address in a mail's text that matches. */
export function addressIn(mail: Arrived["mail"], pattern: RegExp): string {
  const found = pattern.exec(mail.text ?? "")?.[0];
  if (!found) throw new Error(`no ${String(pattern)} in the mail`);
  return found;
}

/** Asks the queue of the site under test for today's digests, as its own clock does every morning. */
export const askForDigests = (): Promise<unknown> =>
  asOwner((client) =>
    client.query("insert into job (name, key) values ('write-digests', $1)", [randomUUID()]),
  );
