import { commandOf } from "@/lib/journal/commands";
import { change, record } from "@/lib/journal/entries/commands";
import { provinceChain } from "@/lib/kernel/ids";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refuse, refused } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { issueForm } from "@/lib/reports/issued/schema";
import { findSummary } from "@/lib/reports/queries";
import { reportDay } from "@/lib/reports/rules";
import { sha256Hex } from "@/lib/platform/hash";

/**
 * Issues the report of a year as its figures stand now: they are kept word for word, and sealed in the history. They are read before
 * they are written, in a transaction of their own.
 */
export const issueReport = commandOf("papers.issue", issueForm, async (viewer, form) => {
  const { year, number, date, signatory = null } = form;
  const { accountId: issuedBy, name: issuedName } = viewer;
  if (issuedBy === null) return refused(problem("not-yours"));
  const on = reportDay(year, await today());
  const summary = on && (await findSummary(viewer, year, on, { number, date }, signatory));
  if (!summary) return refused(problem("unknown-input"));
  const figures = JSON.stringify(summary.figures);
  const sha256 = sha256Hex(figures);
  return change(viewer, async (tx) => {
    await lock(tx, "report", String(year));
    const same = { year, number, sha256, datedOn: date && toDatabase(date) };
    if ((await tx.issuedReport.count({ where: same })) > 0) refuse("already-done");
    const { id } = await tx.issuedReport.create({
      data: { ...same, issuedBy, issuedName, figures, asOf: toDatabase(on) },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        ...{ chain: provinceChain, action: "report-issued", entity: "report", entityId: id },
        content: { year, asOf: on, number, date, sha256 },
      }),
    );
  });
});
