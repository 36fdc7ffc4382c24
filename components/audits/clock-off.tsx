import { useTranslations } from "next-intl";

import { clockMarks, clockText } from "@/lib/visits/labels";

type ClockOffProps = {
  /** Seconds by which the clock was fast; null where that is not known. */
  clockFast: number | null;
  recordedAt: Date;
  receivedAt: Date | null;
};

/** The mark beside a time that a clock has told which was off, or that lies after its own arrival. */
export function ClockOff({ clockFast, recordedAt, receivedAt }: ClockOffProps) {
  const words = useTranslations("audits");
  const said = clockText(clockMarks(clockFast, recordedAt, receivedAt), words);
  return said === "" ? null : ` (${said})`;
}
