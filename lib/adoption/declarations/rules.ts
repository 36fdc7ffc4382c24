import type { Scope, StepBefore } from "@/lib/adoption/declarations/types";
import {
  publicationChannels,
  type DeclarationKind,
  type DeclarationRecord,
  type Milestone,
  type MilestoneKind,
  type PublicationChannel,
} from "@/lib/adoption/types";
import { standingSteps } from "@/lib/adoption/chain/rules";
import { declaringKind, milestoneProblem } from "@/lib/adoption/rules";
import { formatDate } from "@/lib/kernel/format";
import { endOfTime, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/**
 * What a declaration is, from the one before it (QĐ 19/2014/QĐ-TTg, article 4: declared again where the scope is adjusted, extended or
 * narrowed, and where the edition changes). After a lapse nothing stands that could be extended.
 */
export function declarationKind(scope: Scope, before: Scope | null, lapsedSince = false): DeclarationKind {
  if (!before) return "first";
  if (lapsedSince) return "redeclaration";
  if (scope.editionId !== before.editionId) return "transition";
  const grown = [scope.procedures[0] - before.procedures[0], scope.units[0] - before.units[0]];
  const [more, less] = [grown.some((by) => by > 0), grown.some((by) => by < 0)];
  if (more === less) return "redeclaration";
  return more ? "extension" : "reduction";
}

/** Is it the one by which the agency's system is declared? */
export const isInForce = ({
  superseded,
  founded,
  endedOn,
}: Pick<DeclarationRecord, "superseded" | "founded" | "endedOn">): boolean =>
  founded && !superseded && endedOn === null;

/** The days on which a system lapsed. */
export const lapsesOf = (milestones: readonly Milestone[]): PlainDate[] =>
  milestones.flatMap(({ kind, occurredOn }) => (kind === "lapsed" ? [occurredOn] : []));

type Dated = Scope & { declaredOn: PlainDate };

/** The kinds of an agency's declarations, which come in the order of their days. */
export const declarationKinds = (
  declarations: readonly Dated[],
  lapses: readonly PlainDate[],
): DeclarationKind[] =>
  declarations.map((declaration, at) => {
    const before = declarations[at - 1] ?? null;
    const until = declaration.declaredOn;
    const lapsed = before !== null && lapses.some((on) => before.declaredOn <= on && on <= until);
    return declarationKind(declaration, before, lapsed);
  });

const required: readonly MilestoneKind[] = [
  "planned",
  "built",
  "internally_audited",
  "effectiveness_confirmed",
];

/** The steps that come before a declaration, each with the day on which it was last taken since the chain began, where it stands. */
export function stepsBefore(milestones: readonly Milestone[]): StepBefore[] {
  const standing = standingSteps(milestones, endOfTime);
  const chain = standing.slice(standing.findLastIndex(({ kind }) => kind === "lapsed") + 1);
  return required.map((kind) => ({
    kind,
    on: chain.findLast((milestone) => milestone.kind === kind)?.occurredOn ?? null,
  }));
}

export const fieldOf = {
  office: "officeOn",
  website: "websiteOn",
  lead_agency: "leadAgencyOn",
} as const satisfies Record<PublicationChannel, string>;

export type PublicationDays = Record<(typeof fieldOf)[PublicationChannel], PlainDate | null>;

/** Where a declaration was made known, and when, as far as a form says so. */
export const publicationsOf = (days: PublicationDays): [PublicationChannel, PlainDate][] =>
  publicationChannels.flatMap((channel) => {
    const on = days[fieldOf[channel]];
    return on ? [[channel, on] as [PublicationChannel, PlainDate]] : [];
  });

/** A declaration is made known after it is signed, and not in the future. */
export function publicationProblem(
  days: PublicationDays,
  declaredOn: PlainDate,
  today: PlainDate,
): Problem | null {
  for (const [channel, on] of publicationsOf(days)) {
    if (on < declaredOn)
      return problem("date-before", fieldOf[channel], { earliest: formatDate(declaredOn) });
    if (on > today) return problem("date-in-future", fieldOf[channel], { latest: formatDate(today) });
  }
  return null;
}

/** Places at which a declaration has not been made known yet. */
export const missingChannels = (known: readonly PublicationChannel[]): PublicationChannel[] =>
  publicationChannels.filter((channel) => !known.includes(channel));

/**
 * What is in the way of a declaration: its place in the chain, an edition that the agency has left behind, a day on which it was
 * made known.
 */
export function declarationProblem(
  { declaredOn, editionId, ...days }: PublicationDays & { declaredOn: PlainDate; editionId: string },
  milestones: readonly Milestone[],
  before: Scope | null,
  today: PlainDate,
): Problem | null {
  const kind = declaringKind(milestones, declaredOn) ?? "declared";
  const fault = milestoneProblem(milestones, { kind, occurredOn: declaredOn }, today);
  if (fault)
    return fault.code === "milestone-order"
      ? problem("declare-order", undefined, { missing: fault.values?.["expected"] ?? "–" })
      : { ...fault, field: "declaredOn" };
  if (before !== null && editionId < before.editionId)
    return problem("edition-left", "editionId", { edition: before.editionId });
  return publicationProblem(days, declaredOn, today);
}
