import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";

/** When the visit began and ended. */
export async function hoursFields(): Promise<Field[]> {
  const words = await getTranslations("audits");
  return (["startedAt", "endedAt"] as const).map((name) => ({
    kind: "text",
    name,
    label: words(name),
    hint: words("timeHint"),
    optional: true,
  }));
}
