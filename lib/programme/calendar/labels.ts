import type { CalendarEvent } from "@/lib/programme/calendar/types";
import type { PlannedVisit } from "@/lib/programme/types";
import type { TeamDuty } from "@/lib/programme/types";

type Words = (
  key: "summary" | "place.on_site" | "place.desk" | "noDuty" | `duty.${TeamDuty}`,
  values?: { agency: string },
) => string;

/** A visit as it stands in a person's calendar: day, agency and place, and their own duty. Nothing of what was found. */
export function eventOf(visit: PlannedVisit, personId: string, words: Words): CalendarEvent {
  const { id, version, agencyName: agency, plannedOn, mode, team } = visit;
  const duty = team.find((member) => member.personId === personId)?.duty;
  return {
    uid: `visit-${id}@ne-nep`,
    sequence: version,
    day: plannedOn,
    summary: words("summary", { agency }),
    location: words(`place.${mode}`, { agency }),
    description: duty ? words(`duty.${duty}`) : words("noDuty"),
  };
}
