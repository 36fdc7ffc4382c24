import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { AnnexPicture } from "@/components/field/annex-picture";
import { placeOf } from "@/components/field/route";
import { useMinutes, type AtMinutes } from "@/components/field/use-minutes";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { read } from "@/lib/offline/signing/rules";

type ReadViewProps = AtMinutes & { words: Words };

/** The device handed over: the representative reads everything, big and not to be edited, before signing. */
export function ReadView({ words, ...at }: ReadViewProps) {
  const { visit } = at;
  const { draft, words: text, texts, change } = useMinutes(at);
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
      <article className="reading" lang="vi">
        <p className="minutes-subject">{text.subject.join(" ")}</p>
        <MinutesBody words={text} level={2} room={<p className="soft">{field.reading.room}</p>} />
        <MinutesAnnexes
          words={text}
          level={2}
          picture={(photo) => <AnnexPicture photo={photo} visit={visit} held={at.held} store={at.store} />}
        />
      </article>
      <p className="soft">{field.reading.beyond}</p>
      <nav className="field-foot" aria-label={field.reading.title}>
        <a className="button second" href={placeOf(visit.id, "print")}>
          {field.paper.draftLink}
        </a>{" "}
        <a
          className="button"
          href={placeOf(visit.id, "sign")}
          onClick={() => {
            change(read(draft, texts.read));
          }}
        >
          {field.reading.done}
        </a>
      </nav>
    </div>
  );
}
