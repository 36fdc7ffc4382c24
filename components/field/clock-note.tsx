import { fill, type Words } from "@/components/field/words";
import type { ClockOffset } from "@/lib/audits/field/rules";
import { clockMark } from "@/lib/audits/labels";

/** Says beside the times of a device that its clock is off, and by how much; nothing where it is right. */
export function ClockNote({ offset = 0, words }: { offset: ClockOffset | undefined; words: Words }) {
  const mark = clockMark(Math.round(-offset / 1000));
  if (!mark) return null;
  const span = fill(words.audits[mark.unit], { n: mark.n });
  return (
    <p className="notice watch">
      {fill(mark.fast ? words.field.clockFast : words.field.clockSlow, { span })}
    </p>
  );
}

/** The mark beside one time that such a clock has told. */
export const clockSuffix = (offset: ClockOffset | undefined, words: Words): string =>
  clockMark(Math.round(-(offset ?? 0) / 1000)) ? ` (${words.field.clockOff})` : "";
