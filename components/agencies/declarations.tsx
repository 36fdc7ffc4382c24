import { useLocale, useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { AddScan } from "@/components/scans/add-scan";
import { LongPart } from "@/components/ui/fold";
import { Tag } from "@/components/ui/tag";
import { missingChannels } from "@/lib/adoption/declarations/rules";
import type { DeclarationRecord } from "@/lib/adoption/types";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate, formatShare } from "@/lib/kernel/format";

type Shared = { code: string; addAt: string | null; corrections: Corrections };

/** Whether it stands: a lapse ends it as another declaration does, and is called by its own name. */
function DeclarationTags({
  superseded,
  founded,
  endedOn,
}: Pick<DeclarationRecord, "superseded" | "founded" | "endedOn">) {
  const words = useTranslations("agencies");
  if (!founded) return <Tag tone="watch">{words("unfounded")}</Tag>;
  if (endedOn) return <Tag tone="bad">{words("endedOn", { date: formatDate(endedOn) })}</Tag>;
  return <Tag tone={superseded ? "over" : "good"}>{words(superseded ? "superseded" : "inForce")}</Tag>;
}

function Declaration({ declaration, code, addAt, corrections }: Shared & { declaration: DeclarationRecord }) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  const locale = useLocale();
  const {
    number,
    declaredOn,
    decisionNumber,
    kind,
    designation,
    procedures,
    units,
    publications,
    superseded,
    founded,
    endedOn,
    scanId,
  } = declaration;
  return (
    <article className="stack">
      <p className="row">
        <strong>{words("declaration", { number, date: formatDate(declaredOn) })}</strong>
        <DeclarationTags {...{ superseded, founded, endedOn }} />
        <CancelEntry of="declaration" id={declaration.id} name={number} {...{ code, corrections }} />
      </p>
      <dl className="summary-list">
        <dt>{words("decision")}</dt>
        <dd>
          {decisionNumber}, {names(`declarationKind.${kind}`).toLowerCase()}, {designation}
          {scanId && (
            <>
              {" · "}
              <a href={`/files/${scanId}`}>{names("seeScan")}</a>
            </>
          )}
          {!scanId && addAt && (
            <>
              {" · "}
              <AddScan code={addAt} of="declaration" id={declaration.id} name={number} />
            </>
          )}
        </dd>
        <dt>{words("coverage")}</dt>
        <dd>{formatShare(procedures[0], procedures[1], locale)}</dd>
        <dt>{words("units")}</dt>
        <dd>{formatShare(units[0], units[1], locale)}</dd>
        <dt>{words("published")}</dt>
        <dd>
          {publications.length === 0 && words("unpublished")}
          {publications.map((each) => (
            <div key={each.id}>
              {`${names(`channel.${each.channel}`)}: ${formatDate(each.publishedOn)}`}{" "}
              <CancelEntry
                of="publication"
                id={each.id}
                name={`${names(`channel.${each.channel}`)}, ${number}`}
                {...{ code, corrections }}
              />
            </div>
          ))}
          {addAt && missingChannels(publications.map(({ channel }) => channel)).length > 0 && (
            <div>
              <a
                className="small no-print"
                href={`/agencies/${addAt}/declarations/publish?declaration=${declaration.id}`}
              >
                {names("publish")}
                <span className="visually-hidden">: {number}</span>
              </a>
            </div>
          )}
        </dd>
      </dl>
    </article>
  );
}

export type DeclarationsProps = Shared & { declarations: readonly DeclarationRecord[] };

/** What an agency has declared; `addAt` is its code for whoever may give a declaration its missing scan. */
export function Declarations({ declarations, ...shared }: DeclarationsProps) {
  const words = useTranslations("agencies");
  return (
    <LongPart title={words("declarations")}>
      {declarations.length === 0 && <p className="soft">{words("noDeclarations")}</p>}
      {declarations.map((declaration) => (
        <Declaration key={declaration.id} declaration={declaration} {...shared} />
      ))}
    </LongPart>
  );
}
