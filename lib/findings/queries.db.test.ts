import { expect, it } from "vitest";

import { findAgency } from "@/lib/agencies/queries";
import { listFindings } from "@/lib/findings/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const agencyIdOf = async (code: string): Promise<string> =>
  (await findAgency(await viewerNamed("leader"), "agencies.read", code, today))?.id ?? "";
const summary = async (account: string, code: string, on = today) =>
  summariseFindings(await viewerNamed(account), await agencyIdOf(code), on);
const nothing = { total: 0, closed: 0, corrected: 0, overdue: 0, open: [] };

it("counts an agency's findings as its list shows them", async () => {
  const list = await listFindings(await viewerNamed("leader"), {
    year: null,
    topic: null,
    severity: null,
    agencyCode: "ubnd-duc-pho",
    openOnly: false,
    page: 1,
  });
  const open = list.lines.filter((line) => line.closedOn === null);
  const late = open.filter((line) => line.dueOn !== null && line.dueOn < today);
  const found = await summary("leader", "ubnd-duc-pho");
  expect(found).toMatchObject({
    total: list.total,
    closed: list.total - list.open,
    overdue: late.length,
  });
  expect(found.open.map(({ id }) => id)).toEqual(open.slice(0, 5).map(({ id }) => id));
  expect(late.length).toBeGreaterThan(0);
});

it("says of the past what was so then: closed later is still open, raised later is not there", async () => {
  const raised = await summary("leader", "ubnd-duc-pho", plainDate("21/09/2016"));
  expect(raised).toMatchObject({ total: 2, closed: 0, overdue: 0 });
  expect(await summary("leader", "ubnd-duc-pho", plainDate("20/09/2016"))).toEqual(nothing);
});

it("tells an officer nothing of another agency", async () => {
  expect((await summary("officer", "ubnd-duc-pho")).total).toBeGreaterThan(0);
  expect(await summary("officer", "stnmt")).toEqual(nothing);
});
