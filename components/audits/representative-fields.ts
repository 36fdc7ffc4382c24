import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { opinions } from "@/lib/visits/minutes/types";

/** What the agency says of the minutes, on the spot. Whether it agrees, dissents or is absent is asked, never presumed. */
export async function representativeFields(): Promise<Field[]> {
  const words = await getTranslations("audits");
  return [
    {
      kind: "heading",
      name: "heading.representative",
      label: words("agencySays"),
      hint: words("agencySaysHint"),
    },
    {
      kind: "radios",
      name: "opinion",
      label: words("opinion"),
      options: opinions.map((value) => ({ value, label: words(`opinions.${value}`) })),
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
