import { useEffect, useState } from "react";

import { dayOnDevice, type HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PlainDate } from "@/lib/kernel/plain-date";

const everyHalfMinute = 30_000;

/** The day on this device; it changes at midnight, and when the page is looked at again. */
export function useDay(pack: HeldPack | null): PlainDate | null {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const look = () => {
      setNow(new Date());
    };
    const clock = setInterval(look, everyHalfMinute);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(clock);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return pack && dayOnDevice(pack, now);
}
