import { expect, it } from "vitest";

import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { listBases } from "@/lib/legal/queries";
import { findNotice } from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const on2017 = plainDate("31/12/2017");
const on2025 = plainDate("01/09/2025");

const renameLead = (): Promise<unknown> =>
  rowsOf(
    `with ended as (update agency_name set valid_to = '2025-07-01' where valid_to is null
       and agency_id = (select agency_id from lead_agency) returning agency_id)
     insert into agency_name (agency_id, name, abbreviation, valid_from)
     select agency_id, 'Sở Khoa học, Chất lượng', 'SKHCL', '2025-07-01' from ended`,
  );

it("is named in a paper as it was named on the day of the paper", async () => {
  const viewer = await viewerNamed("officer");
  await renameLead();
  expect((await findLeadAgency(viewer, on2017))?.name).toBe("Sở Khoa học và Công nghệ");
  expect(await findLeadAgency(viewer, on2025)).toMatchObject({
    name: "Sở Khoa học, Chất lượng",
    abbreviation: "SKHCL",
  });
  const [visit] = await rowsOf<{ id: string }>(
    "select v.id from visit v join agency a on a.id = v.agency_id join visit_result r on r.visit_id = v.id where a.code = 'ubnd-duc-pho'",
  );
  const named = async (registration = unregistered): Promise<string | undefined> =>
    (await findNotice(viewer, visit?.id ?? "", registration))?.office.issuer.name;
  expect(await named()).toBe("Sở Khoa học và Công nghệ");
  expect(await named({ number: 5, date: on2025 })).toBe("Sở Khoa học, Chất lượng");
});

it("is nobody before anybody was charged with it", async () => {
  expect(await findLeadAgency(await viewerNamed("leader"), plainDate("01/01/2006"))).toBeNull();
});

it("is one at a time", async () => {
  await expect(
    rowsOf(
      `insert into lead_agency (agency_id, parent_name, committee, province, place, head_title, drafter, copies_to, valid_from)
       select agency_id, parent_name, committee, province, place, head_title, drafter, copies_to, '2017-01-01' from lead_agency`,
    ),
  ).rejects.toThrow("lead_agency_one_at_a_time");
});

it("is nobody's to read of who may not take papers", async () => {
  const viewer = await viewerNamed("admin");
  expect(await findLeadAgency(viewer, on2017)).toBeNull();
  expect(await listBases(viewer, on2017)).toEqual([]);
});

it("cites what was in force", async () => {
  const viewer = await viewerNamed("officer");
  const numbers = async (day: string): Promise<string[]> =>
    (await listBases(viewer, plainDate(day))).map(({ number }) => number);
  expect(await numbers("17/05/2014")).toEqual(["144/2006/QĐ-TTg", "118/2009/QĐ-TTg"]);
  expect(await numbers("31/12/2017")).toEqual(["19/2014/QĐ-TTg", "26/2014/TT-BKHCN"]);
});
