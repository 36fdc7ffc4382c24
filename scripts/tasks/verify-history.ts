import { systemViewer } from "@/lib/identity/viewer";
import { verifyHistory } from "@/lib/journal/queries";
import { disconnect } from "@/lib/platform/database";

// The heads of the chains are readable to the owner of the schema alone.
process.env.DATABASE_URL = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

const { chains, entries, breaks } = await verifyHistory(systemViewer("verify-history"));
for (const { chain, seq, reason } of breaks)
  process.stdout.write(`broken: chain ${chain}, first at entry ${seq} (${reason})\n`);
if (breaks.length === 0) process.stdout.write(`whole: ${chains} chains, ${entries} entries\n`);
process.exitCode = breaks.length === 0 ? 0 : 1;
await disconnect();
