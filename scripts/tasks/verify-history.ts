import { disconnect } from "@/lib/platform/database";
import { verify } from "@/scripts/history/verify";

// The heads of the chains are readable to the owner of the schema alone.
const url = (process.env.DATABASE_URL = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "");

const { whole, lines } = await verify(url);
for (const line of lines) process.stdout.write(`${line}\n`);
process.exitCode = whole ? 0 : 1;
await disconnect();
