import type { LegalDocumentKind } from "@/generated/prisma/client";

export type SeedLaw = {
  number: string;
  kind: LegalDocumentKind;
  issuer: string;
  issuedOn: string;
  title: string;
  verified: boolean;
};

/** The instruments of the field. `verified` only where number, date and subject were read in a published document. */
export const laws: readonly SeedLaw[] = [
  {
    number: "144/2006/QĐ-TTg",
    kind: "decision",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2006-06-20",
    title:
      "Về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2000 vào hoạt động của các cơ quan hành chính nhà nước",
    verified: true,
  },
  {
    number: "118/2009/QĐ-TTg",
    kind: "decision",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2009-09-30",
    title: "Sửa đổi, bổ sung một số điều của Quyết định số 144/2006/QĐ-TTg",
    verified: true,
  },
  {
    number: "19/2014/QĐ-TTg",
    kind: "decision",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: "2014-03-05",
    title:
      "Về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước",
    verified: true,
  },
  {
    number: "26/2014/TT-BKHCN",
    kind: "circular",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2014-10-10",
    title: "Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
    verified: true,
  },
  {
    number: "832/QĐ-UBND",
    kind: "decision",
    issuer: "UBND tỉnh Quảng Ngãi",
    issuedOn: "2015-05-29",
    title: "Ban hành Kế hoạch thực hiện Quyết định số 19/2014/QĐ-TTg trên địa bàn tỉnh Quảng Ngãi",
    verified: true,
  },
  {
    number: "116/2015/TT-BTC",
    kind: "circular",
    issuer: "Bộ Tài chính",
    issuedOn: "2015-08-11",
    title:
      "Quy định công tác quản lý tài chính đối với việc áp dụng hệ thống quản lý chất lượng trong cơ quan hành chính nhà nước",
    verified: true,
  },
  {
    number: "4108/QĐ-BKHCN",
    kind: "decision",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2015-12-31",
    title: "Hủy bỏ tiêu chuẩn quốc gia TCVN ISO 9001:2008",
    verified: true,
  },
  {
    number: "4109/QĐ-BKHCN",
    kind: "decision",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2015-12-31",
    title: "Công bố tiêu chuẩn quốc gia TCVN ISO 9001:2015",
    verified: true,
  },
  {
    number: "5335/BKHCN-TĐC",
    kind: "official_letter",
    issuer: "Bộ Khoa học và Công nghệ",
    issuedOn: "2016-12-29",
    title: "Hướng dẫn chuyển đổi áp dụng TCVN ISO 9001:2015",
    verified: true,
  },
  {
    number: "419/BKHCN-TĐC",
    kind: "official_letter",
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
