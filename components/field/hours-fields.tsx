import { DateField } from "@/components/field/date-field";
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

/** When the work began and ended, past midnight too; a time that is left empty leaves room to write it. */
export function HoursFields({ hours, faults, words, changed }: HoursFieldsProps) {
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
