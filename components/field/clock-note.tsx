import type { Words } from "@/components/field/words";
import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import { fill } from "@/lib/kernel/fill";
import { parseInstant } from "@/lib/kernel/format";
import { clockMarks, clockText } from "@/lib/visits/labels";

/** Says that the device's clock is off, and by how much; nothing where it is right. */
export function ClockNote({ offset = 0, words }: { offset: ClockOffset | undefined; words: Words }) {
  const [mark] = clockMarks(Math.round(-offset / 1000));
  if (!mark) return null;
  const span = fill(words.audits[mark.unit], { n: mark.n });
  return (
    <p className="notice watch">
      {fill(mark.key === "clockFast" ? words.field.clockFast : words.field.clockSlow, { span })}
    </p>
  );
}

/** A time as the device told it, and the receipt of it, where it has one. */
type Told = { at: string; receipt?: { time?: string | undefined } | undefined };

/**
 * Behind a time that such a clock has told, how far it was off: ", đồng hồ máy nhanh 2 giờ"; and by how much it lies after its own
 * arrival, where the clock does not say why. Nothing where there is nothing to say.
 */
export function clockSaid(offset: ClockOffset = 0, words: Words, told?: Told): string {
  const received = parseInstant(told?.receipt?.time ?? "");
  const marks = clockMarks(Math.round(-offset / 1000), told && new Date(told.at), received);
  const said = clockText(marks, (key, values) => fill(words.audits[key], values));
  return said && `, ${said}`;
}
