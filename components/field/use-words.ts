import { useEffect, useState } from "react";

import { vietnamese, type Words } from "@/components/field/words";

/** The words in a language: null until they are there; Vietnamese where those of another did not come. */
export function useWords(locale: "vi" | "en"): Words | null {
  const [english, setEnglish] = useState<Words | null>(null);
  useEffect(() => {
    if (locale === "en")
      import("@/components/field/english").then(
        (part) => {
          setEnglish(part.english);
        },
        () => {
          setEnglish(vietnamese);
        },
      );
  }, [locale]);
  return locale === "vi" ? vietnamese : english;
}
