import { eventOf } from "@/lib/programme/calendar/labels";
import { findCalendar } from "@/lib/programme/calendar/queries";
import { calendarText } from "@/lib/programme/calendar/rules";
import { byToken } from "@/lib/gate/token";
import { now, today } from "@/lib/platform/clock";
import { wordsIn } from "@/lib/platform/words";

/** A person's visits for their calendar program. */
export const GET = byToken("read-calendar", ".ics", async (viewer, token) => {
  const found = await findCalendar(viewer, token, await today());
  if (!found) return null;
  const words = wordsIn(found.locale);
  const events = found.visits.map((visit) =>
    eventOf(visit, found.personId, (key, values) => words(`calendar.${key}`, values ?? {})),
  );
  return new Response(calendarText(words("calendar.name"), events, now()), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="kiem-tra.ics"',
      "cache-control": "private, no-store",
    },
  });
});
