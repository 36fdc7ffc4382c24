import { fill, type Words } from "@/components/field/words";
import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import { clockMark } from "@/lib/visits/labels";

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

/** Behind a time that such a clock has told, how far it is off: ", đồng hồ máy nhanh 2 giờ"; nothing where it is right. */
export function clockSaid(offset: ClockOffset = 0, words: Words): string {
  const mark = clockMark(Math.round(-offset / 1000));
  if (!mark) return "";
  const span = fill(words.audits[mark.unit], { n: mark.n });
  return `, ${fill(mark.fast ? words.audits.clockFast : words.audits.clockSlow, { span })}`;
}
