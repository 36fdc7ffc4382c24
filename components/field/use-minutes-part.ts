import { useEffect, useState } from "react";

import type * as Part from "@/components/field/minutes-part";

export type MinutesPart = typeof Part | "missing" | null;

/** The screens of the minutes: null until they are there, "missing" where neither the device nor the network has them. */
export function useMinutesPart(): MinutesPart {
  const [part, setPart] = useState<MinutesPart>(null);
  useEffect(() => {
    void import("@/components/field/minutes-part").then(setPart, () => {
      setPart("missing");
    });
  }, []);
  return part;
}
