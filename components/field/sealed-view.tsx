import { useState } from "react";

import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { AnnexPicture } from "@/components/field/annex-picture";
import { clockSaid } from "@/components/field/clock-note";
import { receiptSaid } from "@/components/field/receipt";
import { placeOf } from "@/components/field/route";
import type { Sealed } from "@/components/field/sealed";
import { Signatures } from "@/components/field/signatures";
import { wordsOfSealed } from "@/components/field/sealed-words";
import { fill, type Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/audits/field/rules";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

type SealedViewProps = {
  sealed: Sealed;
  pack: HeldPack;
  held: Held;
  store: FieldStore;
  words: Words;
};

/** Takes delivered minutes off the device, once asked twice; they stay with the server. */
function Forget({ sealed, store, words }: { sealed: Sealed; store: FieldStore; words: Words["field"] }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button
        type="button"
        className="link-button"
        onClick={() => {
          setAsked(true);
        }}
      >
        {words.sealed.forget}
      </button>
    );
  return (
    <div className="notice watch">
      <p>{words.sealed.forgetAsk}</p>
      <button
        type="button"
        className="button second"
        onClick={() => {
          location.hash = "#/";
          void store.forgetSealed(sealed.visit.id);
        }}
      >
        {words.sealed.forgetYes}
      </button>
    </div>
  );
}

/** A sealed visit, whole and without an input: what was signed, when, and whether it has arrived. */
export function SealedView({ sealed, pack, held, store, words }: SealedViewProps) {
  const { visit, sheet, fingerprint, sealedAt, receipt, kept, isListed } = sealed;
  const { field } = words;
  const text = wordsOfSealed(sealed);
  const time = formatInstant(new Date(sealedAt));
  return (
    <div className="stack-wide sheet-page">
      <div className="stack">
        <p>
          <a href="#/">‹ {field.home}</a>
        </p>
        <h1 tabIndex={-1}>{fill(field.sealed.title, { agency: visit.agencyName })}</h1>
        <p className="soft">
          {fill(field.when, {
            date: formatDate(sheet.hours?.startedOn ?? visit.plannedOn),
            designation: visit.designation,
          })}
        </p>
      </div>
      {kept && (
        <div className="notice bad" role="alert">
          <p>{fill(field.sealed.beside, { receipt: receiptSaid(kept, field) })}</p>
          <a href={`/audits/${visit.id}`}>{field.closed.office}</a>
        </div>
      )}
      <div className={kept ? "notice watch" : "notice good"}>
        <p>{fill(field.sealed.note, { time, off: clockSaid(sealed.offset ?? pack.offset, words) })}</p>
        {!kept && (
          <p>
            {receipt ? fill(field.finishedSent, { receipt: receiptSaid(receipt, field) }) : field.finished}
          </p>
        )}
        <p className="small">
          {field.fingerprint}: <code>{fingerprint}</code>
        </p>
      </div>
      <p>
        <a className="button second" href={placeOf(visit.id, "print")}>
          {field.paper.link}
        </a>
      </p>
      <article className="reading" lang="vi">
        <p className="minutes-subject">{text.subject.join(" ")}</p>
        <MinutesBody words={text} level={2} />
      </article>
      <Signatures sheet={sheet} words={words} />
      <div className="reading">
        <MinutesAnnexes
          words={text}
          level={2}
          picture={(photo) => <AnnexPicture photo={photo} visit={visit} held={held} store={store} />}
        />
      </div>
      {!isListed && <Forget sealed={sealed} store={store} words={field} />}
    </div>
  );
}
