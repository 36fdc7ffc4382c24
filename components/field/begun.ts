import { answersOf, rechecksOf } from "@/components/field/sheets";
import { dayRecorded, type HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { isSettled } from "@/lib/checklists/rules";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { same, type Said } from "@/lib/offline/merge/rules";
import type { Held, Item } from "@/lib/offline/types";

/** What an item says of a question or of an earlier finding; nothing where it is about something else. */
type Saying = (body: Item["body"]) => Said | undefined;

/** When a thing was last changed here: since when items say it as it stands; nothing where that was not recorded here. */
function changedAt(visit: PackedVisit, { items }: Held, stands: Said, saying: Saying): string | undefined {
  const about = items.filter(({ visitId, body }) => visitId === visit.id && saying(body) !== undefined);
  const other = about.findLastIndex(({ body }) => !same(saying(body), stands));
  return about[other + 1]?.recordedAt;
}

/**
 * The day on which the work began: that of the first answer or recheck that stands, here or of the team as far as it is known, each
 * as of its last change; else today.
 */
export function begunOn(visit: PackedVisit, held: Held, pack: HeldPack, day: PlainDate): PlainDate {
  const { recordedOn } = visit;
  const times: Record<string, string> = Object.assign(
    {},
    ...held.sheets.filter(({ visitId }) => visitId === visit.id).map((sheet) => sheet.times),
  ) as Record<string, string>;
  // A pack of before knows only the first day of all.
  const known = (on: PlainDate | undefined): PlainDate[] => {
    const first = on ?? (recordedOn ? null : visit.begunOn);
    return first ? [first] : [];
  };
  const dayOf = (at: string | undefined, on: PlainDate | undefined): PlainDate[] =>
    at === undefined ? known(on) : [dayRecorded(pack, new Date(at))];
  const answers = Object.entries(answersOf(visit, held, null)).flatMap(([code, answer]) => {
    if (!isSettled(answer)) return [];
    const saying: Saying = (body) => (body.kind === "sheet" ? body.answers[code] : undefined);
    return dayOf(times[code] ?? changedAt(visit, held, answer, saying), recordedOn?.answers[code]);
  });
  const rechecks = Object.entries(rechecksOf(visit, held)).flatMap(([id, recheck]) => {
    const saying: Saying = (body) => (body.kind === "recheck" && body.findingId === id ? body : undefined);
    return dayOf(changedAt(visit, held, recheck, saying), recordedOn?.rechecks[id]);
  });
  return [day, ...answers, ...rechecks].sort()[0] ?? day;
}
