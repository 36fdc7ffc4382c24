import { Labelled, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import type { VisitHours } from "@/lib/audits/minutes/types";
import { parseTime } from "@/lib/kernel/plain-time";

export type HoursFieldsProps = {
  hours: VisitHours;
  faults: Faults;
  words: Words;
  changed: (hours: VisitHours) => void;
};

/** When the visit began and ended; left empty, the minutes leave room to write it. */
export function HoursFields({ hours, faults, words, changed }: HoursFieldsProps) {
  return (
    <>
      {(["startedAt", "endedAt"] as const).map((part) => (
        <Labelled key={part} name={part} label={words.audits[part]} fault={faults(part)}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="time"
              value={hours[part] ?? ""}
              onChange={(event) => {
                changed({ ...hours, [part]: parseTime(event.currentTarget.value) });
              }}
            />
          )}
        </Labelled>
      ))}
    </>
  );
}
