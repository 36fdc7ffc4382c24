import { countsIn, handKeyFor, linesIn, proofFor } from "@/lib/fieldwork/sealed-files/rules";
import type { ExportKey, ImportRecord, ImportSummary } from "@/lib/fieldwork/sealed-files/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { receiptNumber } from "@/lib/journal/rules";
import { isId } from "@/lib/kernel/ids";

const newestKey = () =>
  asViewer(systemViewer("export-keys"), (tx) =>
    tx.exportKey.findFirst({
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { id: true, publicKey: true, proofSecret: true },
    }),
  );

/** What this viewer's device takes along to write files with; null for whoever records nothing, or where there is no key yet. */
export async function findExportKey(viewer: Viewer): Promise<ExportKey | null> {
  if (!may(viewer, "audits.record") || viewer.accountId === null) return null;
  const key = await newestKey();
  if (!key) return null;
  const proof = await proofFor(key.proofSecret, viewer.accountId);
  return { keyId: key.id, publicKey: key.publicKey, proof };
}

/**
 * What seals the files that phones of a visit's team hand each other: the same for each of them, from a secret that never leaves
 * the site, by visit. None for whoever is not of its team.
 */
export async function findHandKeys(
  viewer: Viewer,
  visits: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { personId } = viewer;
  const asked = visits.filter(isId);
  if (!may(viewer, "audits.record") || personId === null || asked.length === 0) return {};
  const own = await asViewer(viewer, (tx) =>
    tx.teamMember.findMany({ where: { visitId: { in: asked }, personId }, select: { visitId: true } }),
  );
  const key = own.length > 0 ? await newestKey() : null;
  if (!key) return {};
  const keys = own.map(async ({ visitId }) => [visitId, await handKeyFor(key.proofSecret, visitId)] as const);
  return Object.fromEntries(await Promise.all(keys));
}

const summary = {
  id: true,
  accountName: true,
  madeAt: true,
  takenAt: true,
  takenName: true,
  counts: true,
} as const;

const mostListed = 100;

/** The files brought in lately, the newest first. */
export async function listImports(viewer: Viewer): Promise<ImportSummary[]> {
  if (!may(viewer, "imports.take")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.queueImport.findMany({
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      take: mostListed,
      select: summary,
    }),
  );
  return rows.map((row) => ({ ...row, counts: countsIn(row.counts) }));
}

/** One of them, with what became of each item. */
export async function findImport(viewer: Viewer, id: string): Promise<ImportRecord | null> {
  if (!may(viewer, "imports.take") || !isId(id)) return null;
  return asViewer(viewer, async (tx) => {
    const row = await tx.queueImport.findUnique({
      where: { id },
      select: { ...summary, sha256: true, lines: true, receiptNo: true },
    });
    if (!row) return null;
    const lines = linesIn(row.lines);
    const entries = await tx.journalEntry.findMany({
      where: {
        id: { in: lines.flatMap(({ receiptNo: number }) => (number === null ? [] : [BigInt(number)])) },
      },
      select: { id: true, at: true },
    });
    const moments = new Map(entries.map((entry) => [receiptNumber(entry.id), entry.at]));
    return {
      ...row,
      receiptNo: receiptNumber(row.receiptNo),
      counts: countsIn(row.counts),
      lines: lines.map((line) => ({ ...line, receivedAt: moments.get(line.receiptNo ?? "") ?? null })),
    };
  });
}
