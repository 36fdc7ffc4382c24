import { signedIn } from "@/lib/visits/minutes/schema";
import type { MinutesRecord, Opinion } from "@/lib/visits/minutes/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import { isId } from "@/lib/kernel/ids";
import { fromDatabaseOrNull } from "@/lib/kernel/plain-date";
import { timeFromDatabase } from "@/lib/kernel/plain-time";

type Row = {
  version: number;
  amends: number | null;
  reason: string;
  fingerprint: string;
  content: string;
  opinion: Opinion;
  statement: string;
  representativeName: string;
  representativeTitle: string;
  startedOn: Date | null;
  endedOn: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  recordedAt: Date;
  clockFast: number | null;
  receiptNo: bigint;
};

/** What was signed, as far as its text can be read. */
function partsOf(
  content: string,
): Pick<MinutesRecord, "signature" | "signatories" | "signed" | "unreadable"> {
  const text = signedIn(content);
  if (!text) return { unreadable: true, signature: { kind: "none" }, signatories: [], signed: {} };
  const { representative, signatories = [], signedOn, answers, photos, attendance, words } = text;
  return {
    signature: representative.signature,
    signatories,
    signed: { signedOn, answers, photos, attendance, words },
  };
}

const recordOf = (
  { content, receiptNo, startedOn, endedOn, startedAt, endedAt, ...row }: Row,
  receivedAt: Date,
): MinutesRecord => ({
  ...row,
  hours: {
    startedOn: fromDatabaseOrNull(startedOn),
    endedOn: fromDatabaseOrNull(endedOn),
    startedAt: startedAt && timeFromDatabase(startedAt),
    endedAt: endedAt && timeFromDatabase(endedAt),
  },
  ...partsOf(content),
  receivedAt,
  receiptNo: receiptNumber(receiptNo),
});

/** All versions of a visit's minutes, the first one first; none before the visit is final, or where it is not theirs to read. */
export async function listMinutes(viewer: Viewer, visitId: string): Promise<MinutesRecord[]> {
  if (!isId(visitId) || !may(viewer, "audits.read")) return [];
  return asViewer(viewer, async (tx) => {
    const rows = await tx.visitMinutes.findMany({
      where: { visitId, ...agencyWhere(viewer, "audits.read") },
      orderBy: { version: "asc" },
      select: {
        version: true,
        amends: true,
        reason: true,
        fingerprint: true,
        content: true,
        opinion: true,
        statement: true,
        representativeName: true,
        representativeTitle: true,
        startedOn: true,
        endedOn: true,
        startedAt: true,
        endedAt: true,
        recordedAt: true,
        clockFast: true,
        receiptNo: true,
      },
    });
    const entries = await tx.journalEntry.findMany({
      where: { id: { in: rows.map(({ receiptNo }) => receiptNo) } },
      select: { id: true, at: true },
    });
    const receivedAt = new Map(entries.map(({ id, at }) => [id, at]));
    return rows.map((row) => recordOf(row, receivedAt.get(row.receiptNo) ?? row.recordedAt));
  });
}
