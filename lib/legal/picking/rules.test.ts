import { describe, expect, it } from "vitest";

import { plainDate as day } from "@/lib/kernel/plain-date";
import { lawIn } from "@/lib/legal/picking/rules";
import type { Basis } from "@/lib/legal/types";

const law = (kind: Basis["kind"], number: string, issuedOn: string, issuer = "Chính phủ"): Basis => ({
  ...{ kind, number, issuer, title: "" },
  issuedOn: day(issuedOn),
});
const laws = [
  law("decision", "19/2014/QĐ-TTg", "05/03/2014", "Thủ tướng Chính phủ"),
  law("circular", "26/2014/TT-BKHCN", "10/10/2014", "Bộ Khoa học và Công nghệ"),
  law("decision", "832/QĐ-UBND", "29/05/2015", "UBND tỉnh Quảng Ngãi"),
  law("decision", "832/QĐ-UBND", "12/04/2018", "UBND tỉnh Quảng Ngãi"),
  law("law", "59/2020/QH14", "17/06/2020", "Quốc hội"),
  law("official_letter", "419/BKHCN-TĐC", "21/02/2018", "Bộ Khoa học và Công nghệ"),
];

describe("a line names a registered document and what of it", () => {
  it.each([
    ["26/2014/TT-BKHCN", "26/2014/TT-BKHCN", []],
    [
      "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng …",
      "19/2014/QĐ-TTg",
      [],
    ],
    [
      "Căn cứ điểm a khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014;",
      "19/2014/QĐ-TTg",
      ["Đ4 k4 a"],
    ],
    ["Thông tư số 26/2014/TT-BKHCN, Điều 7 khoản 2", "26/2014/TT-BKHCN", ["Đ7 k2"]],
    ["26/2014/TT-BKHCN: Đ4, Đ7", "26/2014/TT-BKHCN", ["Đ4", "Đ7"]],
    ["các khoản 1, 2 Điều 4 của Luật số 59/2020/QH14", "59/2020/QH14", ["Đ4 k1", "Đ4 k2"]],
    ["19/2014/qđ-ttg", "19/2014/QĐ-TTg", []],
    ["19∕2014/QĐ‑TTg".replace("∕", "/"), "19/2014/QĐ-TTg", []],
    ["Công văn 419/BKHCN-TĐC ngày 21/02/2018", "419/BKHCN-TĐC", []],
    [
      "Thông tư 26/2014/TT-BKHCN quy định chi tiết thi hành Điều 4 của Quyết định số 19/2014/QĐ-TTg",
      "26/2014/TT-BKHCN",
      [],
    ],
  ])("%s", (line, number, provisions) => {
    expect(lawIn(line, laws)).toMatchObject({ picked: { law: { number }, provisions } });
  });

  it("asks for the day where two have one number, and takes it", () => {
    expect(lawIn("832/QĐ-UBND", laws)).toMatchObject({ fault: { code: "law-day-needed" } });
    for (const written of ["832/QĐ-UBND ngày 29/5/2015", "832/QĐ-UBND ngày 29 tháng 5 năm 2015"])
      expect(lawIn(written, laws)).toMatchObject({ picked: { law: { issuedOn: day("29/05/2015") } } });
  });

  it.each([
    ["Quyết định 19/2014/QĐ-UBND", "law-mistaken"],
    ["26/2014/TT-BKHC", "law-mistaken"],
    ["116/TT-BTC", "law-not-registered"],
    ["Luật Tổ chức chính quyền địa phương", "law-number-needed"],
    ["Chương II, Điều bốn Thông tư số 26/2014/TT-BKHCN", "not-a-provision"],
    ["26/2014/TT-BKHCN, Điều bốn", "not-a-provision"],
  ])("refuses %s: %s", (line, code) => {
    expect(lawIn(line, laws)).toMatchObject({ fault: { code } });
  });
});
