import type { Obligation } from "@/lib/agencies/types";
import type { Tx } from "@/lib/identity/database";
import { agencies, type SeedAgency } from "@/prisma/seed/data/agencies";
import { day, idOf } from "@/prisma/seed/ids";
import { decision19From, lawId, plan832 } from "@/prisma/seed/reference";

export const agencyId = (code: string): string => idOf("agency", code);

/** Who sees to the system in the province: its papers carry these names. */
const lead = {
  parentName: "UBND tỉnh Quảng Ngãi",
  committee: "Ủy ban nhân dân tỉnh Quảng Ngãi",
  province: "tỉnh Quảng Ngãi",
  place: "Quảng Ngãi",
  headTitle: "Giám đốc",
  drafter: "TĐC",
  copiesTo: ["Sở Nội vụ"],
};

const recordsBegin = "2006-06-20";

type Obliged = { obligation: Obligation; from: string; to: string | null; law: string };

/** Sub-departments were counted by the province's plan; the others have been obliged since the Prime Minister's decisions. */
const obligationsOf = ({ kind }: SeedAgency): Obliged[] =>
  kind === "sub_department"
    ? [{ obligation: "mandatory_by_province", from: "2015-05-29", to: null, law: plan832 }]
    : [
        { ...byPrimeMinister, from: recordsBegin, to: decision19From, law: "144/2006/QĐ-TTg" },
        { ...byPrimeMinister, from: decision19From, to: null, law: "19/2014/QĐ-TTg" },
      ];

const byPrimeMinister = { obligation: "mandatory_by_prime_minister" } as const;

export async function seedRegistry(tx: Tx): Promise<void> {
  const validFrom = day(recordsBegin);
  await tx.agency.createMany({ data: agencies.map(({ code }) => ({ id: agencyId(code), code })) });
  await tx.agencyName.createMany({
    data: agencies.map(({ code, name, abbreviation }) => ({
      id: idOf("name", code),
      agencyId: agencyId(code),
      name,
      abbreviation,
      validFrom,
    })),
  });
  await tx.agencyKindFact.createMany({
    data: agencies.map(({ code, kind }) => ({
      id: idOf("kind", code),
      agencyId: agencyId(code),
      kind,
      validFrom,
    })),
  });
  await tx.agencyParent.createMany({
    data: agencies.flatMap(({ code, parent }) =>
      parent
        ? [{ id: idOf("parent", code), agencyId: agencyId(code), parentId: agencyId(parent), validFrom }]
        : [],
    ),
  });
  await tx.agencyObligation.createMany({
    data: agencies.flatMap((agency) =>
      obligationsOf(agency).map(({ obligation, from, to, law }) => ({
        id: idOf("obligation", agency.code, from),
        agencyId: agencyId(agency.code),
        obligation,
        validFrom: day(from),
        validTo: to === null ? null : day(to),
        legalDocumentId: lawId(law),
      })),
    ),
  });
  await tx.agencyIdentifier.createMany({
    data: agencies.flatMap(({ code, gso }) =>
      gso ? [{ id: idOf("gso", code), agencyId: agencyId(code), scheme: "gso", code: gso, validFrom }] : [],
    ),
  });
  await tx.leadAgency.create({
    data: { ...lead, id: idOf("lead", lead.place), agencyId: agencyId("skhcn"), validFrom },
  });
}
