import { hashPassword } from "@/lib/identity/password";
import type { Tx } from "@/lib/identity/database";
import type { Role } from "@/lib/identity/types";
import { agencies, type SeedAgency } from "@/prisma/seed/data/agencies";
import { day, idOf } from "@/prisma/seed/ids";
import { agencyId } from "@/prisma/seed/registry";

export const personId = (...key: (string | number)[]): string => idOf("person", ...key);
export const headOf = (code: string): string => personId("head", code);
/** Agencies whose head changed on 01/06/2017. */
export const newHeads: readonly string[] = ["stttt", "ubnd-minh-long"];
const rotatedOfficers: readonly string[] = ["ubnd-duc-pho", "snv", "stnmt", "ubnd-ba-to", "cckl"];

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
const middles = ["Văn", "Thị", "Minh", "Quốc", "Thanh", "Hữu", "Ngọc", "Đức", "Kim", "Xuân"];
const givens = [
  "An",
  "Bình",
  "Chi",
  "Dung",
  "Giang",
  "Hà",
  "Hiếu",
  "Khánh",
  "Lan",
  "Mai",
  "Nam",
  "Oanh",
  "Phúc",
  "Quý",
  "Sơn",
  "Tâm",
  "Uyên",
  "Vinh",
  "Yến",
];

/** A made-up name for each number, repeating only after a few thousand. */
const nameOf = (n: number): string =>
  `${families[n % families.length]} ${middles[(n * 7 + 3) % middles.length]} ${givens[(n * 5 + 1) % givens.length]}`;

const titles: Partial<Record<string, readonly [string, string]>> = {
  vpubnd: ["Chánh Văn phòng", "Phó Chánh Văn phòng"],
  ttr: ["Thủ trưởng cơ quan", "Phó Thủ trưởng cơ quan"],
  bdt: ["Trưởng ban", "Phó Trưởng ban"],
  bqlkkt: ["Trưởng ban", "Phó Trưởng ban"],
};
const titlesByKind = {
  department: ["Giám đốc", "Phó Giám đốc"],
  sub_department: ["Chi cục trưởng", "Phó Chi cục trưởng"],
  district: ["Chủ tịch UBND", "Phó Chủ tịch UBND"],
  commune: ["Chủ tịch UBND", "Phó Chủ tịch UBND"],
} as const;
const titlesOf = ({ code, kind }: SeedAgency): readonly [string, string] =>
  titles[code] ?? titlesByKind[kind];

type Holder = {
  key: string;
  post: "head" | "deputy_head" | "iso_officer";
  title: string;
  from: string;
  to: string | null;
};

function holdersOf(agency: SeedAgency): Holder[] {
  const [head, deputy] = titlesOf(agency);
  const changed = newHeads.includes(agency.code);
  const rotated = rotatedOfficers.includes(agency.code);
  return [
    ...(changed
      ? [{ key: "former-head", post: "head" as const, title: head, from: "2012-01-01", to: "2017-06-01" }]
      : []),
    { key: "head", post: "head", title: head, from: changed ? "2017-06-01" : "2012-01-01", to: null },
    { key: "deputy", post: "deputy_head", title: deputy, from: "2013-01-01", to: null },
    ...(rotated
      ? [
          {
            key: "former-officer",
            post: "iso_officer" as const,
            title: "Chuyên viên, thư ký ISO",
            from: "2013-06-01",
            to: "2017-08-01",
          },
        ]
      : []),
    {
      key: "officer",
      post: "iso_officer",
      title: "Chuyên viên, thư ký ISO",
      from: rotated ? "2017-08-01" : "2014-01-01",
      to: null,
    },
  ];
}

export const inspectors = ["lead", "deputy", "secretary", "member-1", "member-2"] as const;

const inspectingUnit = "Chi cục Tiêu chuẩn Đo lường Chất lượng";
const leadAgency = "Sở Khoa học và Công nghệ";

/** What each inspector is, and where, as papers say it beside their name. */
const positions = {
  lead: ["Phó Giám đốc", leadAgency],
  deputy: ["Phó Chi cục trưởng", inspectingUnit],
  secretary: ["Chuyên viên", inspectingUnit],
  "member-1": ["Chuyên viên", "Sở Nội vụ"],
  "member-2": ["Chuyên viên", "Văn phòng UBND tỉnh"],
} satisfies Record<(typeof inspectors)[number], readonly [string, string]>;

/** Who signs for the lead agency: its head, a deputy in the head's place, the head of the inspecting unit by order. */
const signatories = [
  { authority: "own", principal: "", title: "Giám đốc", key: "head", agency: "skhcn" },
  { authority: "in_place", principal: "Giám đốc", title: "Phó Giám đốc", key: "deputy", agency: "skhcn" },
  {
    authority: "by_order",
    principal: "Giám đốc",
    title: `Chi cục trưởng ${inspectingUnit}`,
    key: "head",
    agency: "cctdc",
  },
] as const;

const accounts: readonly {
  name: string;
  role: Role;
  person: readonly (string | number)[];
  agency: string | null;
}[] = [
  { name: "leader", role: "leader", person: ["province", "leader"], agency: null },
  { name: "inspector", role: "inspector", person: ["province", "lead"], agency: null },
  { name: "officer", role: "officer", person: ["officer", "ubnd-duc-pho"], agency: "ubnd-duc-pho" },
  { name: "head", role: "head", person: ["head", "ubnd-duc-pho"], agency: "ubnd-duc-pho" },
  { name: "admin", role: "admin", person: ["province", "admin"], agency: null },
];

export const demonstrationPassword = "nenep-demo";

/** Everybody here is made up; nobody named in the article takes part. */
export async function seedPeople(tx: Tx): Promise<void> {
  const holders = agencies.flatMap((agency) =>
    holdersOf(agency).map((holder) => ({ ...holder, agency: agency.code })),
  );
  const province = ["leader", ...inspectors, "admin"];
  await tx.person.createMany({
    data: [
      ...holders.map(({ key, agency }, n) => ({ id: personId(key, agency), fullName: nameOf(n) })),
      ...province.map((key, n) => ({
        id: personId("province", key),
        fullName: nameOf(holders.length + n * 3),
      })),
    ],
  });
  await tx.appointment.createMany({
    data: holders.map(({ key, agency, post, title, from, to }) => ({
      id: idOf("appointment", key, agency),
      personId: personId(key, agency),
      agencyId: agencyId(agency),
      post,
      title,
      concurrent: post === "iso_officer",
      validFrom: day(from),
      validTo: to && day(to),
    })),
  });
  await tx.personPosition.createMany({
    data: inspectors.map((key) => ({
      id: idOf("position", key),
      personId: personId("province", key),
      title: positions[key][0],
      organisation: positions[key][1],
      validFrom: day("2012-01-01"),
    })),
  });
  await tx.paperSignatory.createMany({
    data: signatories.map(({ key, agency, ...signatory }, position) => ({
      ...signatory,
      id: idOf("signatory", agency, key),
      position,
      name: nameOf(holders.findIndex((each) => each.key === key && each.agency === agency)),
      validFrom: day("2013-01-01"),
    })),
  });
  const passwordHash = await hashPassword(demonstrationPassword);
  await tx.account.createMany({
    data: accounts.map(({ name, role, person, agency }) => ({
      id: idOf("account", name),
      personId: personId(...person),
      name,
      passwordHash,
      role,
      agencyId: agency && agencyId(agency),
      demonstration: true,
    })),
  });
}
