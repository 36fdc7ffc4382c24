import { areStandingsWritten, findStandingBreaks } from "@/lib/adoption/standing/check/queries";
import { systemViewer } from "@/lib/identity/viewer";
import { verifyHistory } from "@/lib/journal/verification/queries";
import { breakLines } from "@/scripts/history/breaks";
import { recomputeHistory } from "@/scripts/history/recompute";

/** What is said of a history: line by line what is broken, or the one line that says how much is whole. */
type Verdict = { whole: boolean; lines: string[] };

const viewer = systemViewer("verify-history");

/** What does not follow from the records, though figures are read from it. */
async function standingLines(): Promise<string[]> {
  const breaks = await findStandingBreaks(viewer);
  const lines = breaks.map(
    ({ name, agencyId, validFrom, validTo, reason }) =>
      `broken: standing of ${name} (${agencyId}) from ${validFrom} to ${validTo} (${reason})`,
  );
  // After an upgrade, or where names were changed at the database: the site writes them anew when it starts.
  const unwritten = lines.length > 0 && !(await areStandingsWritten(viewer));
  return unwritten
    ? [...lines, "standings are still to be written by this release: start its site once, then ask again"]
    : lines;
}

/** Verifies everything that is recorded in the database at this address, which the owner of the schema may read whole. */
export async function verify(ownerUrl: string): Promise<Verdict> {
  const { chains, entries, breaks, lost, records, rowBreaks, files } = await verifyHistory(viewer);
  const { broken } = await recomputeHistory(ownerUrl);
  const lines = [
    ...lost.map(({ name, chain }) => `broken: the history of ${name} (chain ${chain}) is missing`),
    ...breaks.map(
      ({ name, chain, seq, reason }) =>
        `broken: history of ${name} (chain ${chain}), first at entry ${seq} (${reason})`,
    ),
    ...(broken
      ? [
          `broken: chain ${broken.chain}, first at entry ${broken.seq} (${broken.reason}), recomputed outside the database`,
        ]
      : []),
    ...breakLines(rowBreaks),
    ...files.map((sha256) => `broken: file ${sha256} (altered)`),
    ...(await standingLines()),
  ];
  if (lines.length > 0) return { whole: false, lines };
  // No record at all is no history that is whole: a wrong address, or everything was taken out.
  if (records.sealed + records.unsealed === 0)
    return { whole: false, lines: ["nothing is recorded in this database: is it the right one?"] };
  const unsealed = records.unsealed > 0 ? `, ${records.unsealed} records not sealed yet` : "";
  return {
    whole: true,
    lines: [`whole: ${chains} chains, ${entries} entries, ${records.sealed} records under seal${unsealed}`],
  };
}
