import type { FieldPack } from "@/lib/fieldwork/pack/types";
import type { Recheck, RecheckOutcome } from "@/lib/findings/rechecks/types";
import type { Body, HeldRecheck, Sheet, SheetAnswers } from "@/lib/offline/types";

type Packed = FieldPack["visits"][number];

/** A clause group as the server had it when the visit was taken along. */
export function sheetIn(visit: Packed, groupCode: string): Sheet {
  const answers = Object.fromEntries(
    Object.entries(visit.answers).filter(([code]) => code.startsWith(`${groupCode}.`)),
  );
  return {
    visitId: visit.id,
    groupCode,
    version: visit.sections[groupCode]?.version ?? 0,
    answers,
    base: answers,
  };
}

export const recheckIn = (visit: Packed, findingId: string): HeldRecheck => {
  const { outcome = null, note = "", version = 0 } = visit.rechecks[findingId] ?? {};
  return { visitId: visit.id, findingId, outcome, note, version };
};

type Current = Readonly<Record<string, string>>;
type Of<Kind extends Body["kind"]> = Extract<Body, { kind: Kind }>;

export const yieldedRecheck = (
  visitId: string,
  { findingId, outcome, note }: Of<"recheck">,
  current: Current,
): HeldRecheck => ({
  visitId,
  findingId,
  version: Number(current["version"] ?? 0),
  ...{ outcome, note, ...recheckStanding(current) },
});

/** The recheck in a conflict; nothing where there is none. */
export const recheckStanding = ({ outcome, note }: Current): Recheck | null =>
  outcome === undefined ? null : { outcome: outcome as RecheckOutcome, note: note ?? "" };

/** The answers in a conflict, named as the server names them: outcome.D.1, note.D.1. */
export function answersIn(current: Current): SheetAnswers {
  const codes = Object.keys(current).flatMap((name) => /^outcome\.(.+)$/.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      {
        outcome: current[`outcome.${code}`] as SheetAnswers[string]["outcome"],
        note: current[`note.${code}`] ?? "",
      },
    ]),
  );
}
