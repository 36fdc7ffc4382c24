import { getTranslations } from "next-intl/server";

import type { FormWords } from "@/components/ui/form-fields";

/** The sentences every form needs, with the name of its act. Braces stay for what is known only in the browser. */
export async function formWords(submit: string): Promise<FormWords> {
  const words = await getTranslations("common");
  return {
    submit,
    errorTitle: words("errorTitle"),
    errorPrefix: words("errorPrefix"),
    conflictTitle: words.raw("conflictTitle") as string,
    conflictHint: words("conflictHint"),
    stored: words("stored"),
    nothing: words("none"),
    sending: words("sending"),
    optional: words("optional"),
    restored: words("restored"),
  };
}
