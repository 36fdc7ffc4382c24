/** A made-up decision that publishes the procedures of one department, as one of 2016 might have. */
export const decision = {
  number: "1512/QĐ-UBND",
  kind: "decision",
  level: "province",
  issuer: "UBND tỉnh Quảng Ngãi",
  issuedOn: "2016-08-12",
  inForceFrom: "2016-08-12",
  title: "Công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của Sở Xây dựng",
} as const;

type SeedProcedure = { code: string | null; name: string; field: string };

const building = "Hoạt động xây dựng";
const planning = "Quy hoạch xây dựng, kiến trúc";
const housing = "Nhà ở";

/** Codes and names are made up after the manner of the national list. */
export const published: readonly SeedProcedure[] = [
  { code: "1.006930", field: building, name: "Thẩm định thiết kế cơ sở điều chỉnh của dự án" },
  { code: "1.006938", field: building, name: "Cấp giấy phép xây dựng mới đối với công trình cấp I, cấp II" },
  { code: "1.006946", field: building, name: "Cấp lại giấy phép xây dựng đối với công trình cấp I, cấp II" },
  { code: "1.007197", field: housing, name: "Công nhận hạng nhà chung cư" },
  { code: "1.008432", field: planning, name: "Cung cấp thông tin về quy hoạch xây dựng" },
  { code: null, field: planning, name: "Cấp giấy phép quy hoạch dự án đầu tư xây dựng công trình tập trung" },
];

/** The department's own procedures, each with those of the list that it carries. */
export const carrying = [
  { code: "QT-XD-01", title: "Quy trình cấp giấy phép xây dựng", carries: ["1.006938", "1.006946"] },
  { code: "QT-XD-02", title: "Quy trình cung cấp thông tin về quy hoạch xây dựng", carries: ["1.008432"] },
] as const;
