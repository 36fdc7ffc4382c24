import { useState } from "react";

import { Labelled, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import { formatDate } from "@/lib/kernel/format";
import { parseDate, type PlainDate } from "@/lib/kernel/plain-date";

export type DateFieldProps = {
  name: string;
  label: string;
  value: PlainDate | null | undefined;
  faults: Faults;
  words: Words["field"];
  /** Null while what is typed is no day. */
  changed: (day: PlainDate | null) => void;
};

/** A day as people here write it, 05/01/2018, whatever language the browser speaks. */
export function DateField({ name, label, value, faults, words, changed }: DateFieldProps) {
  const [text, setText] = useState(value ? formatDate(value) : "");
  const bad = text.trim() !== "" && parseDate(text) === null;
  return (
    <Labelled name={name} label={label} fault={bad ? words.badDate : faults(name)}>
      {(control) => (
        <input
          {...control}
          className="input narrow"
          inputMode="numeric"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            changed(parseDate(event.currentTarget.value));
          }}
        />
      )}
    </Labelled>
  );
}
