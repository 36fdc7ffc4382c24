import { DateField } from "@/components/field/date-field";
import { Labelled, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { dayDoubt } from "@/lib/visits/days/rules";
import type { VisitHours } from "@/lib/visits/minutes/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { parseTime } from "@/lib/kernel/plain-time";

export type HoursFieldsProps = {
  hours: VisitHours;
  plannedOn: PlainDate;
  /** The day on this device: that of signing. */
  day: PlainDate;
  faults: Faults;
  words: Words;
  changed: (hours: VisitHours) => void;
};

/** When the work began and ended, past midnight too; a time that is left empty leaves room to write it. */
export function HoursFields({ hours, plannedOn, day, faults, words, changed }: HoursFieldsProps) {
  const doubt = dayDoubt(hours, { plannedOn, signedOn: day });
  return (["started", "ended"] as const).map((end) => (
    <div className="stack" key={end}>
      <DateField
        name={`${end}On`}
        label={words.audits[`${end}On`]}
        value={hours[`${end}On`]}
        faults={faults}
        words={words.field}
        changed={(day) => {
          changed({ ...hours, [`${end}On`]: day });
        }}
      />
      {end === "started" && doubt && hours.startedOn && (
        <p className="notice watch" role="status">
          {fill(words.audits.dayDoubt[doubt], {
            day: formatDate(hours.startedOn),
            planned: formatDate(plannedOn),
            signed: formatDate(day),
          })}
        </p>
      )}
      <Labelled name={`${end}At`} label={words.audits[`${end}At`]} fault={faults(`${end}At`)}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="time"
            value={hours[`${end}At`] ?? ""}
            onChange={(event) => {
              changed({ ...hours, [`${end}At`]: parseTime(event.currentTarget.value) });
            }}
          />
        )}
      </Labelled>
    </div>
  ));
}
