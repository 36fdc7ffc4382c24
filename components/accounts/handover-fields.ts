import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { passingKinds, type Holdings } from "@/lib/accounts/handover/types";

/** Asks who takes over, and what; nothing where there is nothing that could pass. */
export async function handoverFields({ held, successors }: Holdings, mayWait: boolean): Promise<Field[]> {
  const words = await getTranslations("accounts");
  const counted = passingKinds.flatMap((kind) => {
    const count = held.filter((each) => each.kind === kind).length;
    const hint = kind === "visit" || kind === "post" ? { hint: words(`thingHint.${kind}`) } : {};
    return count > 0 ? [{ value: kind, label: words(`thing.${kind}`, { count }), ...hint }] : [];
  });
  if (counted.length === 0) return [];
  return [
    {
      kind: "select",
      name: "successor",
      label: words("successor"),
      hint: words("successorHint"),
      options: [
        { value: "", label: words("successorNone") },
        ...successors.map(({ accountId, fullName, accountName }) => ({
          value: accountId,
          label: words("successorName", { name: fullName, account: accountName }),
        })),
        ...(mayWait ? [{ value: "later", label: words("successorLater") }] : []),
      ],
    },
    {
      kind: "checkboxes",
      name: "things",
      label: words("things"),
      options: counted,
      value: counted.map(({ value }) => value),
    },
  ];
}
