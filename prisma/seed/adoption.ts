import type { MilestoneKind } from "@/lib/adoption/types";
import type { Tx } from "@/lib/identity/database";
import { agencies } from "@/prisma/seed/data/agencies";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { agencyId } from "@/prisma/seed/registry";

const systemId = (code: string): string => idOf("system", code);

type Step = readonly [MilestoneKind, string];

/** The seven under way: how far each has come, and when its plan says the next step is due. */
const underWay: Readonly<
  Record<string, { steps: readonly Step[]; target: readonly [MilestoneKind, string] }>
> = {
  sgtvt: { steps: [["planned", "2017-03-15"]], target: ["built", "2018-03-31"] },
  svhttdl: {
    steps: [
      ["planned", "2016-05-20"],
      ["built", "2017-06-30"],
      ["applied", "2017-08-01"],
    ],
    target: ["internally_audited", "2018-02-28"],
  },
  ccts: { steps: [["planned", "2017-09-12"]], target: ["built", "2018-04-30"] },
  ccptnt: {
    steps: [
      ["planned", "2016-10-03"],
      ["built", "2017-10-16"],
    ],
    target: ["internally_audited", "2018-05-31"],
  },
  ccattp: {
    steps: [
      ["planned", "2016-03-08"],
      ["built", "2016-12-12"],
      ["applied", "2017-01-03"],
      ["internally_audited", "2017-11-20"],
    ],
    target: ["effectiveness_confirmed", "2018-01-31"],
  },
  "ubnd-tay-tra": { steps: [["planned", "2017-07-04"]], target: ["built", "2018-06-30"] },
  "ubnd-son-tay": {
    steps: [
      ["planned", "2016-08-22"],
      ["built", "2017-04-10"],
      ["applied", "2017-05-02"],
    ],
    target: ["internally_audited", "2018-03-15"],
  },
};
const notStarted: readonly string[] = ["bqlkkt", "ccqltt", "ubnd-ly-son"];

export const declaredCodes: readonly string[] = agencies
  .map((agency) => agency.code)
  .filter((code) => !(code in underWay) && !notStarted.includes(code));

const two = (n: number): string => String(n).padStart(2, "0");
const dated = (year: number, month: number, date: number): string => `${year}-${two(month)}-${two(date)}`;

/** Three waves: certified since 2010 and declared in 2014–2015, begun in 2013, begun after the province's plan of 2015. */
function declaredSteps(n: number): readonly Step[] {
  const month = 1 + ((n * 5) % 11);
  const date = 3 + ((n * 7) % 24);
  if (n % 3 === 0) {
    return [
      ["planned", dated(2010, month, date)],
      ["built", dated(2011, 3, date)],
      ["applied", dated(2011, 6, date)],
      ["internally_audited", dated(2014, 6, date)],
      ["effectiveness_confirmed", dated(2014, 8, date)],
      ["declared", dated(2014 + (n % 2), n % 2 ? month : 10, date)],
    ];
  }
  const later = n % 3 === 2;
  const start = later ? 2015 : 2013;
  return [
    ["planned", dated(start, later ? 7 : month, date)],
    ["built", dated(start, 12, date)],
    ["applied", dated(start + 1, 1, date)],
    ["internally_audited", dated(start + 1, 5, date)],
    ["effectiveness_confirmed", dated(start + 1, 8, date)],
    ["declared", dated(start + 1, later ? 12 : 9, date)],
  ];
}

const redeclares = (n: number): boolean => n % 6 === 1;
const redeclaredOn = (n: number): string => dated(2017, 1 + (n % 9), 10 + (n % 15));

/** The document behind each step, and the letters it is numbered under. A declaration is named by its two numbers. */
const evidence = {
  planned: { text: "Kế hoạch xây dựng, áp dụng HTQLCL", letters: "KH" },
  built: { text: "Quyết định ban hành hệ thống tài liệu", letters: "QĐ" },
  applied: { text: "Thông báo áp dụng hệ thống tài liệu", letters: "TB" },
  internally_audited: { text: "Báo cáo đánh giá nội bộ", letters: "BC" },
  effectiveness_confirmed: { text: "Văn bản xác nhận hiệu lực của người đứng đầu", letters: "XN" },
  lapsed: { text: "Thông báo ngừng áp dụng", letters: "TB" },
  ceased: { text: "Quyết định sắp xếp tổ chức", letters: "QĐ" },
} satisfies Record<Exclude<MilestoneKind, "declared" | "redeclared">, { text: string; letters: string }>;

const abbreviations = new Map(agencies.map((agency) => [agency.code, agency.abbreviation]));

/** Under which letters an agency numbers its documents: all people's committees under the same. */
const lettersOf = (code: string): string =>
  code.startsWith("ubnd") ? "UBND" : (abbreviations.get(code) ?? code.toUpperCase());

/** "137/QĐ-UBND": a number that grows with the days of the year. */
const numbered = (code: string, letters: string, on: string): string =>
  `${(Number(on.slice(5, 7)) - 1) * 31 + Number(on.slice(8))}/${letters}-${lettersOf(code)}`;

const decisionNumber = (code: string, on: string): string => numbered(code, "QĐ", on);
const declarationNumber = (code: string, kind: MilestoneKind): string =>
  `${kind === "redeclared" ? "02" : "01"}/CB-${lettersOf(code)}`;

const plannedEvidence = (code: string, kind: MilestoneKind, on: string): string => {
  const date = `ngày ${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
  return kind === "declared" || kind === "redeclared"
    ? `${decisionNumber(code, on)}; ${declarationNumber(code, kind)}`
    : `${evidence[kind].text} số ${numbered(code, evidence[kind].letters, on)} ${date}`;
};

type SeedMilestone = { code: string; kind: MilestoneKind; on: string; declaration: string | null };

const milestonesOf = (code: string, steps: readonly Step[]): SeedMilestone[] =>
  steps.map(([kind, on]) => ({
    code,
    kind,
    on,
    declaration: kind === "declared" || kind === "redeclared" ? idOf("declaration", code, kind) : null,
  }));

const allMilestones = (): SeedMilestone[] => [
  ...declaredCodes.flatMap((code, n) => [
    ...milestonesOf(code, declaredSteps(n)),
    ...(redeclares(n) ? milestonesOf(code, [["redeclared", redeclaredOn(n)]]) : []),
  ]),
  ...Object.entries(underWay).flatMap(([code, { steps }]) => milestonesOf(code, steps)),
];

export async function seedAdoption(tx: Tx): Promise<void> {
  const milestones = allMilestones();
  const started = new Map(milestones.toReversed().map(({ code, on }) => [code, on]));
  await tx.managementSystem.createMany({
    data: [...started].map(([code, on]) => ({
      id: systemId(code),
      agencyId: agencyId(code),
      title: "Hệ thống quản lý chất lượng của cơ quan",
      startedOn: day(on),
    })),
  });
  await createDeclarations(
    tx,
    milestones.filter(({ declaration }) => declaration !== null),
  );
  await tx.milestone.createMany({
    data: milestones.map(({ code, kind, on, declaration }) => ({
      id: idOf("milestone", code, kind, on),
      agencyId: agencyId(code),
      systemId: systemId(code),
      kind,
      occurredOn: day(on),
      editionId: "2008",
      evidence: plannedEvidence(code, kind, on),
      declarationId: declaration,
      recordedAt: morning(on),
    })),
  });
  await createDelays(tx);
}

/** How many administrative procedures and units an agency has, and how many its declaration covers. */
function coverageOf(code: string): {
  procedures: readonly [number, number];
  units: readonly [number, number];
} {
  const n = declaredCodes.indexOf(code);
  const district = code.startsWith("ubnd");
  const procedures = (district ? 230 : code.startsWith("cc") ? 18 : 70) + ((n * 13) % 60);
  const units = district ? 13 : code.startsWith("cc") ? 4 : 8;
  const gap = n % 4 === 0 ? 0 : (n * 3) % 17;
  return { procedures: [procedures - gap, procedures], units: [units - (n % 5 === 2 ? 1 : 0), units] };
}

async function createDeclarations(tx: Tx, milestones: readonly SeedMilestone[]): Promise<void> {
  await tx.declaration.createMany({
    data: milestones.map(({ code, kind, on, declaration }) => {
      const { procedures, units } = coverageOf(code);
      return {
        id: declaration ?? "",
        agencyId: agencyId(code),
        systemId: systemId(code),
        editionId: "2008",
        decisionNumber: decisionNumber(code, on),
        number: declarationNumber(code, kind),
        declaredOn: day(on),
        proceduresCovered: kind === "declared" ? procedures[0] : procedures[1],
        proceduresTotal: procedures[1],
        unitsCovered: units[0],
        unitsTotal: units[1],
        supersedesId: kind === "redeclared" ? idOf("declaration", code, "declared") : null,
        recordedAt: morning(on),
      };
    }),
  });
  await tx.declarationPublication.createMany({
    data: milestones.flatMap(({ code, on, declaration }, n) =>
      (["office", "website", "lead_agency"] as const)
        .filter((channel) => channel === "office" || (channel === "website" ? n % 4 !== 1 : n % 9 !== 4))
        .map((channel) => ({
          id: idOf("publication", declaration ?? "", channel),
          agencyId: agencyId(code),
          declarationId: declaration ?? "",
          channel,
          publishedOn: day(on),
        })),
    ),
  });
}

async function createDelays(tx: Tx): Promise<void> {
  await tx.milestoneTarget.createMany({
    data: Object.entries(underWay).map(
      ([
        code,
        {
          target: [kind, on],
        },
      ]) => ({
        id: idOf("target", code),
        agencyId: agencyId(code),
        systemId: systemId(code),
        kind,
        targetOn: day(on),
        statedOn: day("2017-11-15"),
        source: "Báo cáo tiến độ của cơ quan tháng 11/2017",
      }),
    ),
  });
  await tx.delayCause.createMany({
    data: [...Object.keys(underWay), ...notStarted].map((code) => ({
      id: idOf("delay", code),
      agencyId: agencyId(code),
      reason: "budget" as const,
      statedOn: day("2017-11-15"),
      note: "Ngân sách chưa cân đối, bố trí kinh phí theo Thông tư số 116/2015/TT-BTC",
    })),
  });
}
