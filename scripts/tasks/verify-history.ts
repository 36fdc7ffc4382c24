import { systemViewer } from "@/lib/identity/viewer";
import { verifyHistory } from "@/lib/journal/queries";
import { disconnect } from "@/lib/platform/database";
import { recomputeHistory } from "@/scripts/history/recompute";

// The heads of the chains are readable to the owner of the schema alone.
process.env.DATABASE_URL = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

const { chains, entries, breaks, records, rowBreaks, files } = await verifyHistory(
  systemViewer("verify-history"),
);
const { broken } = await recomputeHistory(process.env.DATABASE_URL ?? "");
for (const { chain, seq, reason } of breaks)
  process.stdout.write(`broken: chain ${chain}, first at entry ${seq} (${reason})\n`);
if (broken)
  process.stdout.write(
    `broken: chain ${broken.chain}, first at entry ${broken.seq} (${broken.reason}), recomputed outside the database\n`,
  );
for (const { entity, entityId, name, reason } of rowBreaks)
  process.stdout.write(`broken: ${name} of ${entity} ${entityId} (${reason})\n`);
for (const sha256 of files) process.stdout.write(`broken: file ${sha256} (altered)\n`);
const whole = [breaks, rowBreaks, files].every((each) => each.length === 0) && broken === null;
const unsealed = records.unsealed > 0 ? `, ${records.unsealed} records not sealed yet` : "";
if (whole)
  process.stdout.write(
    `whole: ${chains} chains, ${entries} entries, ${records.sealed} records under seal${unsealed}\n`,
  );
process.exitCode = whole ? 0 : 1;
await disconnect();
