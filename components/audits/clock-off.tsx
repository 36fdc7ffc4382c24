import { useTranslations } from "next-intl";

import { clockMark } from "@/lib/visits/labels";

/** The mark beside a time that a clock has told which was off: by how many seconds it was fast, null where that is not known. */
export function ClockOff({ clockFast }: { clockFast: number | null }) {
  const words = useTranslations("audits");
  const mark = clockMark(clockFast);
  if (!mark) return null;
  return ` (${words(mark.fast ? "clockFast" : "clockSlow", { span: words(mark.unit, { n: mark.n }) })})`;
}
