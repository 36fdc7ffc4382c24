import { fieldId } from "@/components/field/field-id";
import { isPresent } from "@/components/field/minutes";
import { Labelled, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { attendanceOf, isLeaderAway, thereAndAway } from "@/lib/visits/minutes/rules";
import type { MinutesDraft } from "@/lib/offline/types";

export type AttendanceFieldsProps = {
  visit: PackedVisit;
  draft: MinutesDraft;
  faults: Faults;
  words: Words;
  changed: (said: Pick<MinutesDraft, "away" | "signsFor">) => void;
};

/** Who of the team is there: all of them as planned, until somebody is unticked. */
export function AttendanceFields({ visit, draft, faults, words, changed }: AttendanceFieldsProps) {
  const fault = faults("present");
  const hint = `${fieldId("present")}-hint`;
  const { away = [], signsFor } = draft;
  const attendance = attendanceOf(visit.team, (member) => isPresent(draft, member), signsFor);
  const { there } = thereAndAway([], attendance);
  return (
    <fieldset className={fault ? "field faulty" : "field"} aria-describedby={hint}>
      <legend>{words.audits.present}</legend>
      <span className="hint" id={hint}>
        {words.audits.presentHint}
      </span>{" "}
      {fault && <span className="fault">{fault}</span>}
      {visit.team.map((member, index) => (
        <label className="option" key={member.personId}>
          <input
            type="checkbox"
            id={index === 0 ? fieldId("present") : undefined}
            checked={isPresent(draft, member)}
            onChange={(event) => {
              const others = away.filter((each) => each !== member.personId);
              changed({ away: event.currentTarget.checked ? others : [...others, member.personId] });
            }}
          />
          <span>
            {member.name}, {words.audits.duties[member.duty].toLowerCase()}
          </span>
        </label>
      ))}
      {isLeaderAway(visit.team, there) && (
        <Labelled name="signer" label={words.audits.signer} fault={faults("signer")}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={there.find(({ signs }) => signs)?.personId ?? ""}
              onChange={(event) => {
                changed({ signsFor: event.currentTarget.value });
              }}
            >
              <option value="">–</option>
              {there.map(({ personId, name, duty }) => (
                <option key={personId} value={personId}>
                  {name}, {words.audits.duties[duty].toLowerCase()}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
    </fieldset>
  );
}
