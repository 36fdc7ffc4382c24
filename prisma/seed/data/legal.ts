import type { LegalClock, TermUnit } from "@/lib/legal/clocks/types";
import type { LegalDocumentKind, LegalLevel } from "@/lib/legal/types";

export type SeedLaw = {
  number: string;
  kind: LegalDocumentKind;
  level: LegalLevel;
  issuer: string;
  issuedOn: string;
  title: string;
  verified: boolean;
  /** Where a published text says so. */
  inForceFrom?: string;
};

/** The instruments of the field. `verified` only where number, date and subject were read in a published document. */
export const laws: readonly SeedLaw[] = [
  {
    number: "63/2010/NĐ-CP",
    kind: "decree",
    level: "central",
    issuer: "Chính phủ",
    issuedOn: "2010-06-08",
    inForceFrom: "2010-10-14",
    title: "Về kiểm soát thủ tục hành chính",
    verified: false,
  },
  {
    number: "144/2006/QĐ-TTg",
    kind: "decision",
    level: "central",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2006-06-20",
    title:
      "Về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2000 vào hoạt động của các cơ quan hành chính nhà nước",
    verified: true,
  },
  {
    number: "118/2009/QĐ-TTg",
    kind: "decision",
    level: "central",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2009-09-30",
    title: "Sửa đổi, bổ sung một số điều của Quyết định số 144/2006/QĐ-TTg",
    verified: true,
  },
  {
    number: "19/2014/QĐ-TTg",
    kind: "decision",
    level: "central",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2014-03-05",
    inForceFrom: "2014-05-18",
    title:
      "Về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước",
    verified: true,
  },
  {
    number: "26/2014/TT-BKHCN",
    kind: "circular",
    level: "ministry",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2014-10-10",
    inForceFrom: "2014-12-01",
    title: "Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
    verified: true,
  },
  {
    number: "832/QĐ-UBND",
    kind: "decision",
    level: "province",
    issuer: "UBND tỉnh Quảng Ngãi",
    issuedOn: "2015-05-29",
    title: "Ban hành Kế hoạch thực hiện Quyết định số 19/2014/QĐ-TTg trên địa bàn tỉnh Quảng Ngãi",
    verified: true,
  },
  {
    number: "116/2015/TT-BTC",
    kind: "circular",
    level: "ministry",
    issuer: "Bộ Tài chính",
    issuedOn: "2015-08-11",
    title:
      "Quy định công tác quản lý tài chính đối với việc áp dụng hệ thống quản lý chất lượng trong cơ quan hành chính nhà nước",
    verified: true,
  },
  {
    number: "4108/QĐ-BKHCN",
    kind: "decision",
    level: "ministry",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2015-12-31",
    title: "Hủy bỏ tiêu chuẩn quốc gia TCVN ISO 9001:2008",
    verified: true,
  },
  {
    number: "4109/QĐ-BKHCN",
    kind: "decision",
    level: "ministry",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2015-12-31",
    title: "Công bố tiêu chuẩn quốc gia TCVN ISO 9001:2015",
    verified: true,
  },
  {
    number: "5335/BKHCN-TĐC",
    kind: "official_letter",
    level: "ministry",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2016-12-29",
    title: "Hướng dẫn chuyển đổi áp dụng TCVN ISO 9001:2015",
    verified: true,
  },
  {
    number: "419/BKHCN-TĐC",
    kind: "official_letter",
    level: "ministry",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2018-02-21",
    title: "Lộ trình chuyển đổi áp dụng TCVN ISO 9001:2015 trong cơ quan hành chính nhà nước",
    verified: true,
  },
];

/** [from, to, what it does to it] */
export const relations = [
  ["118/2009/QĐ-TTg", "144/2006/QĐ-TTg", "amends"],
  ["19/2014/QĐ-TTg", "144/2006/QĐ-TTg", "replaces"],
  ["19/2014/QĐ-TTg", "118/2009/QĐ-TTg", "replaces"],
  ["26/2014/TT-BKHCN", "19/2014/QĐ-TTg", "details"],
] as const;

export type SeedTerm = {
  clock: LegalClock;
  from: string;
  law: string;
  provision: string;
  amount: number;
  unit: TermUnit;
};

/** How long each step of a change of law may take: whose step, since when, by which provision. */
export const legalTerms: readonly SeedTerm[] = [
  {
    ...{ clock: "agency_applies", from: "2014-05-18", law: "19/2014/QĐ-TTg", provision: "Đ4 k4 a" },
    ...{ amount: 3, unit: "month" },
  },
  {
    ...{ clock: "ministry_publishes", from: "2017-09-25", law: "63/2010/NĐ-CP", provision: "Đ15" },
    ...{ amount: 20, unit: "day" },
  },
  {
    ...{ clock: "province_publishes", from: "2017-09-25", law: "63/2010/NĐ-CP", provision: "Đ15" },
    ...{ amount: 5, unit: "day" },
  },
  {
    ...{ clock: "publishes_shortened", from: "2017-09-25", law: "63/2010/NĐ-CP", provision: "Đ15" },
    ...{ amount: 3, unit: "day" },
  },
];
