import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { teamOf } from "@/lib/programme/rules";
import { modes, type Colleague, type PlannedVisit } from "@/lib/programme/types";
import { formatDate } from "@/lib/kernel/format";

/** What is asked of a visit's plan: when, how, by whom. */
export async function visitFields(
  year: number,
  colleagues: readonly Colleague[],
  visit: PlannedVisit | null,
): Promise<Field[]> {
  const words = await getTranslations("programme");
  const audits = await getTranslations("audits");
  const people = colleagues.map(({ id, name, locked }) => ({
    value: id,
    label: locked ? words("lockedMember", { name }) : name,
  }));
  const somebody = [{ value: "", label: words("nobody") }, ...people];
  const { members, ...single } = teamOf(visit?.team ?? []);
  return [
    { kind: "hidden", name: "year", value: String(year) },
    {
      kind: "date",
      name: "plannedOn",
      label: words("plannedOn"),
      hint: words("plannedOnHint", { example: `12/10/${year}`, year }),
      ...(visit && { value: formatDate(visit.plannedOn) }),
    },
    {
      kind: "checkboxes",
      name: "keepDay",
      label: words("keepDay"),
      options: [{ value: "yes", label: words("keepDayOption") }],
    },
    {
      kind: "radios",
      name: "mode",
      label: words("mode"),
      value: visit?.mode ?? "on_site",
      options: modes.map((mode) => ({ value: mode, label: audits(`modes.${mode}`) })),
    },
    ...(["leader", "deputy", "secretary"] as const).map((name): Field => ({
      kind: "select",
      name,
      label: words(name),
      value: single[name] ?? "",
      options: somebody,
    })),
    { kind: "checkboxes", name: "members", label: words("memberList"), value: members, options: people },
  ];
}
