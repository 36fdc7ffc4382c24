import { asked, groupOf } from "@/components/field/sheets";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { looksLegacy } from "@/lib/kernel/legacy-font";
import { picturesOf } from "@/lib/offline/pictured";
import type { Held } from "@/lib/offline/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";

const findingParts = ["evidence", "reference", "requirement", "scope"] as const;

type Kind = "note" | "caption" | "recheckNote" | "conclusion" | "said" | (typeof findingParts)[number];

/** Where it is mended: a field of the page before signing, or another screen. */
type Place = { field: string } | { part: string; question?: string };

/** A text of the visit that looks as if it had been typed for an old font; its question, "" where it is of none. */
export type FontDoubted = Place & { kind: Kind; code: string };

type Typed = FontDoubted & { text: string | undefined };

const ofQuestions = (visit: PackedVisit, held: Held, { answers }: MinutesSheet): Typed[] =>
  asked(visit).flatMap(({ code }) => {
    const at = { code, part: groupOf(visit, code), question: code };
    return [
      { ...at, kind: "note" as const, text: answers[code]?.note },
      ...picturesOf(visit, held, code).map(({ caption }) => ({
        ...at,
        kind: "caption" as const,
        text: caption,
      })),
    ];
  });

const ofEarlier = (visit: PackedVisit, { rechecks }: MinutesSheet): Typed[] =>
  visit.openBefore.map(({ id, questionCode: code }) => ({
    ...{ kind: "recheckNote", code, part: "before", text: rechecks[id]?.note },
  }));

const ofFindings = ({ findings }: MinutesSheet): Typed[] =>
  findings.flatMap((finding) => {
    const code = finding.questionCode;
    return [
      ...findingParts.map((kind) => ({ kind, code, field: `${kind}.${code}`, text: finding[kind] })),
      { kind: "said" as const, code, part: "sign", text: finding.statement },
    ];
  });

/** Every text typed for the minutes that may be of an old font, in the order in which it was written. */
export function fontDoubtsOf(visit: PackedVisit, held: Held, sheet: MinutesSheet): FontDoubted[] {
  const typed: Typed[] = [
    ...ofQuestions(visit, held, sheet),
    ...ofEarlier(visit, sheet),
    ...ofFindings(sheet),
    { kind: "conclusion", code: "", field: "conclusion", text: sheet.conclusion },
    { kind: "said", code: "", part: "sign", text: sheet.representative.statement },
  ];
  const doubted = typed.filter(({ text }) => looksLegacy(text ?? ""));
  return doubted.map(({ text: _, ...place }) => place);
}
