import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import type { KnownPerson } from "@/lib/accounts/types";

/** Whose account it is: somebody known already; of a new account also somebody new, of one that is there the same as before. */
export async function personField(people: readonly KnownPerson[], isNew: boolean): Promise<Field> {
  const words = await getTranslations("accounts");
  return {
    kind: "select",
    name: "personId",
    label: words("person"),
    hint: words("personHint"),
    optional: true,
    value: "",
    options: [
      { value: "", label: words(isNew ? "personUnsaid" : "personSame") },
      ...(isNew ? [{ value: "new", label: words("personNew") }] : []),
      ...people.map(({ id, name, place }) => ({
        value: id,
        label: [name, place].filter(Boolean).join(", "),
      })),
    ],
  };
}
