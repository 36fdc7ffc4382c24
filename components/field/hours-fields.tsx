import type { Words } from "@/components/field/words";
import type { VisitHours } from "@/lib/audits/minutes/types";
import { parseTime } from "@/lib/kernel/plain-time";

export type HoursFieldsProps = { hours: VisitHours; words: Words; changed: (hours: VisitHours) => void };

/** When the visit began and ended; left empty, the minutes leave room to write it. */
export function HoursFields({ hours, words, changed }: HoursFieldsProps) {
  return (
    <>
      {(["startedAt", "endedAt"] as const).map((part) => (
        <label className="field" key={part}>
          <span>{words.audits[part]}</span>
          <input
            className="input"
            type="time"
            value={hours[part] ?? ""}
            onChange={(event) => {
              changed({ ...hours, [part]: parseTime(event.currentTarget.value) });
            }}
          />
        </label>
      ))}
    </>
  );
}
