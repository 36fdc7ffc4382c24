import { createHash } from "node:crypto";

import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import type { IssueForm } from "@/lib/reports/issued/schema";
import { findSummary } from "@/lib/reports/queries";
import { reportDay } from "@/lib/reports/rules";

/** Issues the report of a year as its figures stand now: they are kept word for word, and sealed in the history. */
export async function issueReport(viewer: Viewer, form: IssueForm): Promise<Result<Receipt>> {
  const { year, number, date, signatory = null } = form;
  if (!may(viewer, "papers.issue") || viewer.accountId === null) return refused(problem("not-yours"));
  const on = reportDay(year, await today());
  const summary = on && (await findSummary(viewer, year, on, { number, date }, signatory));
  if (!on || !summary) return refused(problem("unknown-input"));
  const figures = JSON.stringify(summary.figures);
  const sha256 = createHash("sha256").update(figures).digest("hex");
  const issued = { issuedBy: viewer.accountId, issuedName: viewer.name };
  return change(viewer, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('issued report', ${year}))::text as locked`;
    const same = { year, number, sha256, datedOn: date && toDatabase(date) };
    if ((await tx.issuedReport.count({ where: same })) > 0) return refused(problem("already-done"));
    const { id } = await tx.issuedReport.create({
      data: { ...same, ...issued, figures, asOf: toDatabase(on) },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: provinceChain,
        action: "report-issued",
        entity: "report",
        entityId: id,
        content: { year, asOf: on, number, date, sha256 },
      }),
    );
  });
}
