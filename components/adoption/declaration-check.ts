import { getLocale, getTranslations } from "next-intl/server";

import { consequenceLines } from "@/components/adoption/consequence-lines";
import { fieldOf } from "@/lib/adoption/declarations/rules";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type { Foreseen } from "@/lib/adoption/declarations/types";
import { publicationChannels } from "@/lib/adoption/types";
import type { Check } from "@/lib/gate/types";
import { formatDate, formatShare } from "@/lib/kernel/format";
import type { EditionChange } from "@/lib/procedures/types";

/** A declaration in words, before it is recorded: what it says, what it changes, what is still missing. */
export async function declarationCheck(
  form: DeclarationForm,
  foreseen: Foreseen,
  edition: EditionChange | null,
): Promise<Check> {
  const words = await getTranslations("adoption");
  const locale = (await getLocale()) === "en" ? "en" : "vi";
  const { before, kind, designation, consequences } = foreseen;
  const share = ([covered, total]: readonly [number, number]) => formatShare(covered, total, locale);
  const against = (now: readonly [number, number], then: readonly [number, number] | undefined): string =>
    then === undefined || (then[0] === now[0] && then[1] === now[1])
      ? share(now)
      : words("check.scopeBefore", { now: share(now), before: share(then) });
  const paper = ({ number, declaredOn }: Pick<DeclarationForm, "number" | "declaredOn">) =>
    words("check.paper", { number, date: formatDate(declaredOn) });
  const { proceduresCovered, proceduresTotal, unitsCovered, unitsTotal } = form;
  const named = words(`declarationKind.${kind}`);
  const unpublished = publicationChannels.filter((channel) => form[fieldOf[channel]] === null);
  const documents = edition && {
    ...{ from: edition.from, to: edition.to, missing: edition.after.missing.length },
    ...{ before: edition.before.done, beforeOf: edition.before.total },
    ...{ after: edition.after.done, afterOf: edition.after.total },
  };
  const changes = [
    ...consequenceLines(words, consequences),
    ...(documents ? [words("consequences.documents", documents)] : []),
  ];
  return {
    title: words("check.title"),
    shown: foreseen.shown,
    facts: [
      [
        words("check.kind"),
        before
          ? words("check.kindAgainst", {
              kind: named,
              number: before.number,
              date: formatDate(before.declaredOn),
            })
          : named,
      ],
      [words("decisionNumber"), form.decisionNumber],
      [words("number"), form.number],
      [words("declaredOn"), formatDate(form.declaredOn)],
      [words("edition"), designation],
      [words("proceduresCovered"), against([proceduresCovered, proceduresTotal], before?.procedures)],
      [words("unitsCovered"), against([unitsCovered, unitsTotal], before?.units)],
      ...(before ? [[words("check.replaces"), paper(before)] as const] : []),
      ...publicationChannels.map((channel) => {
        const on = form[fieldOf[channel]];
        return [words(fieldOf[channel]), on ? formatDate(on) : words("check.notYet")] as const;
      }),
    ],
    parts: [
      {
        title: words("consequences.title"),
        lines: changes.length > 0 ? changes : [words("consequences.none")],
      },
      {
        title: words("check.missingTitle"),
        lines: [
          words("check.scanMissing"),
          ...unpublished.map((channel) => words("check.missing", { what: words(`channel.${channel}`) })),
          ...(proceduresCovered < proceduresTotal
            ? [words("check.proceduresLeft", { count: proceduresTotal - proceduresCovered })]
            : []),
          ...(unitsCovered < unitsTotal
            ? [words("check.unitsLeft", { count: unitsTotal - unitsCovered })]
            : []),
        ],
      },
    ],
    submit: words("check.submit"),
    back: words("check.back"),
  };
}
