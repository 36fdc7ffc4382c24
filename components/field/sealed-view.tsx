import { useState } from "react";

import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { AnnexPicture } from "@/components/field/annex-picture";
import { clockSaid } from "@/components/field/clock-note";
import { DisplacedNote } from "@/components/field/displaced-note";
import { Recorders } from "@/components/field/group-hands";
import { receiptSaid } from "@/components/field/receipt";
import { placeOf } from "@/components/field/route";
import type { Sealed } from "@/components/field/sealed";
import { Signatures } from "@/components/field/signatures";
import { wordsOfSealed } from "@/components/field/sealed-words";
import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { fill } from "@/lib/kernel/fill";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { isWithServer } from "@/lib/offline/signing/copies/rules";
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

/** Above minutes that are not the ones that stand: what they are, and where to go on. */
function NoMinutes({ sealed, words }: { sealed: Sealed; words: Words["field"] }) {
  const { visit, fate, kept, away } = sealed;
  if (fate === "waiting" || fate === "sent") return null;
  const receipt = (each: typeof kept) => ({ receipt: each ? receiptSaid(each, words) : "–" });
  const said = {
    beside: fill(words.sealed.beside, receipt(kept)),
    away: away ? fill(words.away.note, receipt(away)) : words.away.noteLeaving,
    refused: words.sealed.refused,
  };
  return (
    <div className="notice bad" role="alert">
      <p>{said[fate]}</p>
      {fate === "refused" ? (
        <a href="#/queue">{words.queue}</a>
      ) : (
        <a href={`/audits/${visit.id}`}>{words.closed.office}</a>
      )}
    </div>
  );
}

/** A sealed visit, whole and without an input: what was signed, when, and what has become of it. */
export function SealedView({ sealed, pack, held, store, words }: SealedViewProps) {
  const { visit, sheet, fingerprint, sealedAt, recorded, receipt, kept, away, fate, isListed } = sealed;
  const { field } = words;
  const text = wordsOfSealed(sealed);
  const isMinutes = fate === "waiting" || fate === "sent";
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
      <NoMinutes sealed={sealed} words={field} />
      <DisplacedNote displaced={receipt?.displaced ?? []} words={field} />
      <div className={isMinutes ? "notice good" : "notice watch"}>
        <p>
          {fill(isMinutes ? field.sealed.note : field.sealed.signed, {
            time,
            off: clockSaid(sealed.offset ?? pack.offset, words, {
              at: sealedAt,
              receipt: kept ?? away ?? receipt,
            }),
          })}
        </p>
        {isMinutes && (
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
      {isMinutes && receipt && (
        <p>
          <a href={`/audits/${visit.id}`}>{field.sealed.amended}</a>
        </p>
      )}
      <article className="reading" lang="vi">
        <p className="minutes-subject">{text.subject.join(" ")}</p>
        <MinutesBody words={text} level={2} />
      </article>
      <Signatures sheet={sheet} words={words} />
      <Recorders visit={visit} recorded={recorded} words={words} />
      <div className="reading">
        <MinutesAnnexes
          words={text}
          level={2}
          picture={(photo) => <AnnexPicture photo={photo} visit={visit} held={held} store={store} />}
        />
      </div>
      {!isListed && isWithServer(sealed) && <Forget sealed={sealed} store={store} words={field} />}
    </div>
  );
}
