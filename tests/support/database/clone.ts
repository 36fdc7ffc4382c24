import { afterAll, inject } from "vitest";

import { cloneDatabase, adoptDatabase } from "./database";
import { disconnect as leaveRows } from "./rows";

// Before a test file is loaded: its own copy of the database, to which commands and queries connect as in production.
const server = inject("database");
const database = await cloneDatabase(server);

process.env.DATABASE_URL = database.appUrl;
process.env.NEXTAUTH_SECRET = server.secret;
process.env.NENEP_DEMO = "1";
process.env.LOG_LEVEL = "silent";
adoptDatabase(database);

afterAll(async () => {
  const { disconnect } = await import("@/lib/platform/database");
  await disconnect();
  await leaveRows();
  await database.drop();
});
