import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { closureProblem } from "@/lib/findings/rules";
import { closureForm } from "@/lib/findings/schema";
import { takeTurn, told } from "@/lib/findings/turns/commands";
import { command } from "@/lib/journal/commands";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuseIf } from "@/lib/kernel/result";

/** Closes a finding once its correction has been verified: a row with a person, a day, a note and, where there is one, a file. */
export const closeFinding = command(
  "findings.close",
  closureForm,
  async (acting, form) => {
    const { tx, viewer, today } = acting;
    const { closedOn, note, evidence } = form;
    const turn = await takeTurn(acting, "verify", form);
    refuseIf(closureProblem(closedOn, turn, today));
    const { findingId, agencyId, correctedVisit } = turn;
    const file = evidence && (await storeFile(acting, agencyId, evidence, "evidence", "evidence"));
    await tx.findingClosure.create({
      data: {
        ...{ findingId, agencyId, note, attachmentId: file, basisVisitId: correctedVisit },
        closedOn: toDatabase(closedOn),
        closedBy: viewer.accountId,
      },
      select: { findingId: true },
    });
    return told(turn, "finding-closed", {
      closedOn,
      note,
      file,
      ...(correctedVisit && { visit: correctedVisit }),
    });
  },
  { beside: filesBeside("evidence", "evidence") },
);
