// @ts-check
import { ask } from "./database.mjs";

/** Under this number Prisma holds the database while it migrates. */
const migrating = 72_707_369;

const isThere = "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there";

const forget = `BEGIN; SELECT pg_advisory_xact_lock(${migrating});
  UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL; COMMIT`;

/**
 * A migration that was cut off, by a full disk or a killed start, left nothing but its name: each is one transaction.
 * Prisma would refuse every later one; so it is told that this one was rolled back, and does it again.
 *
 * @param {string} ownerUrl
 */
export const forgetCutOff = (ownerUrl) =>
  ask(ownerUrl, async (client) => {
    if ((await client.query(isThere)).rows[0].there) await client.query(forget);
  });
