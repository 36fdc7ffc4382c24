import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import type { AgencyChoice } from "@/lib/accounts/types";
import { roles, type Role } from "@/lib/identity/types";

/** Role, and the agency where the role belongs to one. */
export async function rightsFields(
  agencies: readonly AgencyChoice[],
  chosen?: { role: Role; agencyId: string | null },
): Promise<Field[]> {
  const words = await getTranslations("accounts");
  const common = await getTranslations("common");
  return [
    {
      kind: "radios",
      name: "role",
      label: words("role"),
      options: roles.map((role) => ({
        value: role,
        label: common(`role.${role}`),
        hint: words(`roleHint.${role}`),
      })),
      ...(chosen && { value: chosen.role }),
    },
    {
      kind: "select",
      name: "agencyId",
      label: words("agency"),
      hint: words("agencyHint"),
      options: [
        { value: "", label: words("province") },
        ...agencies.map(({ id, name }) => ({ value: id, label: name })),
      ],
      value: chosen?.agencyId ?? "",
    },
  ];
}
