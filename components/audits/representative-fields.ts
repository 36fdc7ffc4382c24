import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { opinions } from "@/lib/visits/minutes/types";

const asked = {
  minutes: { hint: "agencySaysHint", opinions: "opinions" },
  amendment: { hint: "agencySaysOfAddedHint", opinions: "opinionsOfAdded" },
} as const;

/**
 * What the agency says on the spot of the minutes, or of what is added to them. Whether it agrees, dissents or is absent is asked,
 * never presumed.
 */
export async function representativeFields(of: keyof typeof asked): Promise<Field[]> {
  const { hint, opinions: said } = asked[of];
  const words = await getTranslations("audits");
  return [
    {
      kind: "heading",
      name: "heading.representative",
      label: words("agencySays"),
      hint: words(hint),
    },
    {
      kind: "radios",
      name: "opinion",
      label: words("opinion"),
      options: opinions.map((value) => ({ value, label: words(`${said}.${value}`) })),
    },
    {
      kind: "textarea",
      name: "statement",
      label: words("statement"),
      hint: words("statementHint"),
      optional: true,
      rows: 3,
    },
    {
      kind: "text",
      name: "representativeName",
      label: words("representativeName"),
      hint: words("representativeHint"),
      optional: true,
    },
    { kind: "text", name: "representativeTitle", label: words("representativeTitle"), optional: true },
  ];
}
