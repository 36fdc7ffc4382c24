import { fieldId } from "@/components/field/field-id";
import { isPresent } from "@/components/field/minutes";
import type { Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import type { MinutesDraft } from "@/lib/offline/types";

export type AttendanceFieldsProps = {
  visit: PackedVisit;
  draft: MinutesDraft;
  faults: Faults;
  words: Words;
  changed: (away: readonly string[]) => void;
};

/** Who of the team is there: all of them as planned, until somebody is unticked. */
export function AttendanceFields({ visit, draft, faults, words, changed }: AttendanceFieldsProps) {
  const fault = faults("present");
  const hint = `${fieldId("present")}-hint`;
  const { away = [] } = draft;
  return (
    <fieldset className={fault ? "field faulty" : "field"} aria-describedby={hint}>
      <legend>{words.audits.present}</legend>
      <span className="hint" id={hint}>
        {words.audits.presentHint}
      </span>
      {fault && <span className="fault">{fault}</span>}
      {visit.team.map((member, index) => (
        <label className="option" key={member.personId}>
          <input
            type="checkbox"
            id={index === 0 ? fieldId("present") : undefined}
            checked={isPresent(draft, member)}
            onChange={(event) => {
              const others = away.filter((each) => each !== member.personId);
              changed(event.currentTarget.checked ? others : [...others, member.personId]);
            }}
          />
          <span>
            {member.name}, {words.audits.duties[member.duty].toLowerCase()}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
