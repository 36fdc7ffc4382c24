import { reasonsNotToStart } from "@/lib/platform/startup";

const reasons = (): Promise<string[]> =>
  reasonsNotToStart().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);

export async function refuseToStart(): Promise<void> {
  const found = await reasons();
  if (found.length === 0) return;
  for (const reason of found) process.stderr.write(`Not started: ${reason}\n`);
  process.exit(1);
}
