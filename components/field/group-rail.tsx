import { placeOf } from "@/components/field/route";
import { groupsOf, progress, unansweredOf } from "@/components/field/sheets";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Held } from "@/lib/offline/types";

export type GroupRailProps = { visit: PackedVisit; held: Held; here: string; words: Words["field"] };

/** The groups beside the sheet, where there is room: how far each is, and a way into what is left of it. */
export function GroupRail({ visit, held, here, words }: GroupRailProps) {
  return (
    <nav className="group-rail" aria-label={words.sections}>
      {visit.openBefore.length > 0 && <a href={placeOf(visit.id, "before")}>{words.recheckTask}</a>}
      {groupsOf(visit).map(({ code, title }) => (
        <a
          key={code}
          href={placeOf(visit.id, code, unansweredOf(visit, held, code)[0])}
          aria-current={code === here ? "page" : undefined}
        >
          <span>{`${code}. ${title}`}</span>{" "}
          <span className="count">{fill(words.progress, progress(visit, held, code))}</span>
        </a>
      ))}{" "}
      <a href={placeOf(visit.id, "check")}>{words.toCheck}</a>
    </nav>
  );
}
