import { placeOf } from "@/components/field/route";
import { SaveNote } from "@/components/field/save-note";
import { progress } from "@/components/field/sheets";
import type { Field } from "@/components/field/use-field";
import { fill, type Words } from "@/components/field/words";
import type { FieldPack } from "@/lib/audits/field/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { Held } from "@/lib/offline/types";

export type HomeViewProps = { field: Field; held: Held; pack: FieldPack; words: Words["field"] };

/** The visits of the coming two weeks, as they are on the device. */
export function HomeView({ field, held, pack, words }: HomeViewProps) {
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1 tabIndex={-1}>{words.home}</h1>
        <p>{words.intro}</p>
      </div>
      {pack.visits.length === 0 && <p>{words.none}</p>}
      <ul className="plain tasks">
        {pack.visits.map((visit) => {
          const { done, total } = progress(visit, held, null);
          return (
            <li key={visit.id}>
              <a className="task" href={placeOf(visit.id)}>
                <strong>{fill(words.visit, { agency: visit.agencyName })}</strong>
                <span className="soft">
                  {formatDate(visit.plannedOn)} · {fill(words.progress, { done, total })}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <p className="row">
        <button type="button" className="button second" onClick={() => void field.refresh()}>
          {words.refresh}
        </button>
        <span className="soft">{fill(words.packMade, { time: formatInstant(new Date(pack.madeAt)) })}</span>
      </p>
      {field.store && (
        <SaveNote saving={field.store.saving} at="pack" what={words.save.pack} words={words.save} />
      )}
      <p>
        <a href="/today">{words.office}</a>
      </p>
    </div>
  );
}
