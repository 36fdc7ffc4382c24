import { useTranslations } from "next-intl";

import { Sign } from "@/components/ui/sign";
import { LongPart } from "@/components/ui/fold";
import { bucketTone } from "@/lib/adoption/labels";
import type { StandingLine } from "@/lib/adoption/types";
import { agencyKinds } from "@/lib/agencies/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

function Tile({ line, on }: { line: StandingLine; on: PlainDate }) {
  const words = useTranslations("adoption");
  const tone = bucketTone[line.bucket];
  return (
    <li>
      <a className={`tile ${tone}`} href={`/agencies/${line.code}?on=${formatDate(on)}`} title={line.name}>
        <strong>
          <Sign tone={tone} /> {line.abbreviation}
        </strong>
        <small>
          {line.overdueDays === null
            ? words(`bucket.${line.bucket}`)
            : words("overdueDays", { days: line.overdueDays })}
        </small>
      </a>
    </li>
  );
}

/** Every agency as a tile by kind: sign, short name, word and colour. */
export function Tiles({ lines, on }: { lines: readonly StandingLine[]; on: PlainDate }) {
  const words = useTranslations("dashboard");
  const kinds = useTranslations("agencies");
  if (lines.length === 0) return null;
  return (
    <LongPart title={words("tilesTitle")}>
      <p className="soft small no-print">{words("tilesHint")}</p>
      {agencyKinds.map((kind) => {
        const ofKind = lines.filter((line) => line.kind === kind);
        return ofKind.length === 0 ? null : (
          <div key={kind}>
            <h3 className="small">
              {kinds(`kind.${kind}`)} <span className="soft">{ofKind.length}</span>
            </h3>
            <ul className="tiles plain">
              {ofKind.map((line) => (
                <Tile key={line.id} line={line} on={on} />
              ))}
            </ul>
          </div>
        );
      })}
    </LongPart>
  );
}
