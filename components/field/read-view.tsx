import { Reading } from "@/components/field/reading";
import { placeOf } from "@/components/field/route";
import { useMinutes, type AtMinutes } from "@/components/field/use-minutes";
import { fill, type Words } from "@/components/field/words";

type ReadViewProps = AtMinutes & { words: Words };

/** The device handed over: the representative reads everything, big and not to be edited, before signing. */
export function ReadView({ words, ...at }: ReadViewProps) {
  const { visit, pack } = at;
  const { draft, sheet, texts, change } = useMinutes(at);
  const { field } = words;
  return (
    <div className="stack-wide sheet-page">
      <div className="stack">
        <p>
          <a href={placeOf(visit.id, "check")}>‹ {field.reading.back}</a>
        </p>
        <h1 tabIndex={-1}>{field.reading.title}</h1>
        <p>{fill(field.reading.intro, { agency: visit.agencyName })}</p>
      </div>
      <Reading visit={visit} sheet={sheet} words={words} locale={pack.locale} />
      <nav className="field-foot" aria-label={field.reading.title}>
        <a className="button second" href={placeOf(visit.id, "print")}>
          {field.paper.draftLink}
        </a>
        <a
          className="button"
          href={placeOf(visit.id, "sign")}
          onClick={() => {
            change({ ...draft, readOver: texts.read });
          }}
        >
          {field.reading.done}
        </a>
      </nav>
    </div>
  );
}
