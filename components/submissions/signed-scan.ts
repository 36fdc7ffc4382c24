import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { acceptOf } from "@/lib/files/types";

/** Asks for the paper that the head signed. */
export async function signedScan(optional = false): Promise<Field> {
  const words = await getTranslations("submissions");
  return {
    ...{ kind: "file", name: "scan", label: words("scan"), hint: words("scanHint"), optional },
    accept: acceptOf("scan"),
  };
}
