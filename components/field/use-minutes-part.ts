import { useEffect, useState } from "react";

import type * as Screens from "@/components/field/minutes-part";

/** The screens of the minutes: null until they are there; `missing` where neither the device nor the network has them. */
export type MinutesPart = { screens: typeof Screens | null; missing: boolean };

/** Loads the screens of the minutes behind the first one. */
export function useMinutesPart(): MinutesPart {
  const [part, setPart] = useState<MinutesPart>({ screens: null, missing: false });
  useEffect(() => {
    void import("@/components/field/minutes-part").then(
      (screens) => {
        setPart({ screens, missing: false });
      },
      () => {
        setPart({ screens: null, missing: true });
      },
    );
  }, []);
  return part;
}
