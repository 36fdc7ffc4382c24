import { expect, it } from "vitest";

import { chosen, signatoryLabel, titleLines } from "@/lib/reports/signatories/rules";
import type { Signatory } from "@/lib/reports/signatories/types";

const deputy: Signatory = {
  id: "2",
  authority: "in_place",
  principal: "Giám đốc",
  title: "Phó Giám đốc",
  name: "Lê Văn An",
};
const head: Signatory = { ...deputy, id: "1", authority: "own", principal: "", title: "Giám đốc" };

it.each<[Partial<Signatory>, string[]]>([
  [{ authority: "own", principal: "", title: "Giám đốc" }, ["GIÁM ĐỐC"]],
  [{ authority: "acting", principal: "", title: "Giám đốc" }, ["Q. GIÁM ĐỐC"]],
  [
    { authority: "collective", principal: "Ủy ban nhân dân", title: "Chủ tịch" },
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
  ],
  [{ authority: "in_place" }, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]],
  [{ authority: "by_order", title: "Chi cục trưởng" }, ["TL. GIÁM ĐỐC", "CHI CỤC TRƯỞNG"]],
  [{ authority: "by_authorisation", title: "Chánh Văn phòng" }, ["TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]],
])("who signs as %j does so under %j", (signatory, lines) =>
  expect(titleLines({ ...deputy, ...signatory })).toEqual(lines),
);

it("is whom somebody chose, else the first, else nobody", () => {
  expect(chosen([head, deputy], "2")).toBe(deputy);
  expect(chosen([head, deputy], "9")).toBe(head);
  expect(chosen([head, deputy], null)).toBe(head);
  expect(chosen([], null)).toBeNull();
  expect(signatoryLabel(deputy)).toBe("KT. Giám đốc, Phó Giám đốc Lê Văn An");
});
