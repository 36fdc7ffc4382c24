import { AnnexPicture } from "@/components/field/annex-picture";
import { contentProblems } from "@/components/field/minutes";
import { Paper } from "@/components/field/paper";
import { placeOf } from "@/components/field/route";
import type { Sealed } from "@/components/field/sealed";
import { minutesNow, type AtMinutes } from "@/components/field/use-minutes";
import { wordsOfSealed } from "@/components/field/sealed-words";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";

type PrintViewProps = AtMinutes & { sealed: Sealed | null; words: Words };

/** A copy for the agency on the spot: the minutes as signed, or as a draft before; printed or saved without a network. */
export function PrintView({ words, sealed, ...at }: PrintViewProps) {
  const { visit, pack, day } = at;
  const { paper } = words.field;
  const shown = sealed ? { sheet: sealed.sheet, words: wordsOfSealed(sealed) } : minutesNow(at);
  const isWanting = !sealed && contentProblems(visit, shown.sheet, day).length > 0;
  return (
    <div className="stack-wide">
      <div className="stack no-print">
        <p>
          <a href={placeOf(visit.id, sealed ? undefined : "read")}>
            ‹ {sealed ? paper.back : words.field.reading.title}
          </a>
        </p>
        <h1 tabIndex={-1}>{sealed ? paper.title : paper.draftTitle}</h1>
        <p>{fill(paper.hint, { agency: visit.agencyName })}</p>
        {isWanting && <p className="notice watch">{paper.wanting}</p>}{" "}
        <button
          type="button"
          className="button"
          onClick={() => {
            print();
          }}
        >
          {paper.print}
        </button>
      </div>
      <Paper
        visit={visit}
        sheet={shown.sheet}
        words={shown.words}
        sealed={sealed}
        illustrative={pack.illustrative}
        now={new Date()}
        offset={pack.offset}
        picture={(photo) => <AnnexPicture photo={photo} visit={visit} held={at.held} store={at.store} />}
      />
    </div>
  );
}
