import { useTranslations } from "next-intl";

import { arrivedBefore } from "@/lib/visits/days/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Says a day that a device claims; one that lies after its arrival is marked as claimed, with the arrival beside it. */
export function useClaimedDay(): (day: PlainDate, receivedOn: PlainDate | null | undefined) => string {
  const words = useTranslations("programme");
  return (day, receivedOn) => {
    const received = arrivedBefore(day, receivedOn);
    const date = formatDate(day);
    return received ? words("claimedDay", { date, received: formatDate(received) }) : date;
  };
}
