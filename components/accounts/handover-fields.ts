import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { countHeld } from "@/lib/accounts/handover/rules";
import { passingKinds, type Holdings } from "@/lib/accounts/handover/types";

const named = (
  successors: Holdings["successors"],
  words: (key: "successorName", values: Record<string, string>) => string,
) =>
  successors.map(({ accountId, fullName, accountName }) => ({
    value: accountId,
    label: words("successorName", { name: fullName, account: accountName }),
  }));

/** Asks who takes over what another role or agency would not let this person do; nothing where they hold nothing. */
export async function changeSuccessor({ held, successors }: Holdings): Promise<Field[]> {
  if (held.length === 0) return [];
  const words = await getTranslations("accounts");
  return [
    {
      ...{ kind: "select", name: "successor", label: words("changeSuccessor"), value: "", optional: true },
      hint: words("changeSuccessorHint", { count: countHeld(held) }),
      options: [
        { value: "", label: words("changeSuccessorNone") },
        ...named(successors, words),
        { value: "later", label: words("successorLater") },
      ],
    },
  ];
}

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
        ...named(successors, words),
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
