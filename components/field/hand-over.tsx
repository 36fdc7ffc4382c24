import { useState } from "react";

import { Both } from "@/components/field/conflict-note";
import { SaveNote } from "@/components/field/save-note";
import { answersOf, draftsOf } from "@/components/field/sheets";
import type { Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Made, TakenIn, Tools } from "@/lib/offline/handover/hand";
import { undecided } from "@/lib/offline/handover/rules";
import type { Differing, Fault } from "@/lib/offline/handover/types";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

export type HandOverProps = {
  visit: PackedVisit;
  pack: HeldPack;
  held: Held;
  store: FieldStore;
  words: Words;
};

/** A part of its own, which the device holds as well: most visits are recorded on one phone. */
const load = async (): Promise<Tools> => (await import("@/lib/offline/handover/hand")).tools;

const saidOn = (visit: PackedVisit, held: Held) => ({
  answers: answersOf(visit, held, null),
  rechecks: draftsOf(visit, held),
});

/** What two phones say differently, as long as a person has not decided. */
export const differingOf = (visit: PackedVisit, held: Held): readonly Differing[] =>
  undecided(
    held.handovers.find(({ visitId }) => visitId === visit.id),
    saidOn(visit, held),
  );

type Offer = Made & { href: string; share: File | null };
type Shown = { busy?: boolean; offer?: Offer | null; fault?: Fault; taken?: TakenIn };

/** Two phones of one team without a network: one hands over what it recorded, the other takes it in. */
export function HandOver({ visit, pack, store, words }: Omit<HandOverProps, "held">) {
  const [{ busy = false, offer, fault, taken }, setShown] = useState<Shown>({});
  const key = `hand ${visit.id}`;
  const { hand, save } = words.field;
  /** Each is asked for, and asked for anew where the device could not write it down. */
  const work = async (does: (tools: Tools) => Promise<Shown>): Promise<void> => {
    if (offer) URL.revokeObjectURL(offer.href);
    setShown({ busy: true });
    const write = async () => {
      setShown(await does(await load()));
    };
    if (!(await store.saving.save(key, null, write, { asked: true }))) setShown({});
  };
  const make = (): Promise<void> =>
    work(async (tools) => {
      const made = await tools.handOver(store, pack, visit, new Date());
      if (!made) return { fault: "key" };
      return { offer: { ...made, href: URL.createObjectURL(made.file), share: tools.shareable(made) } };
    });
  const take = (file: File): Promise<void> =>
    work(async (tools) => {
      const came = await tools.takeIn(store, pack, visit, file);
      return typeof came === "string" ? { fault: came } : { taken: came };
    });
  return (
    <details>
      <summary>{hand.title}</summary>
      <div className="stack">
        <p>{hand.hint}</p>
        <p>
          <button type="button" className="button second" aria-disabled={busy} onClick={() => void make()}>
            {busy ? hand.busy : hand.make}
          </button>
        </p>
        <p>
          <label className="button second photo-button">
            {hand.take}
            <input
              className="visually-hidden"
              type="file"
              disabled={busy}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) void take(file);
                event.currentTarget.value = "";
              }}
            />
          </label>
        </p>
        <SaveNote saving={store.saving} at={key} what={save.hand} words={save} />
        <div className="stack" role="status">
          {fault && <p className="notice watch">{hand.fault[fault]}</p>}
          {taken && <p className="notice good">{fill(hand.taken, taken)}</p>}
          {offer && <Ready offer={offer} words={hand} />}
        </div>
      </div>
    </details>
  );
}

/** The file is there: to the phone beside by what the browser has for it, or saved to go any other way. */
function Ready({ offer, words }: { offer: Offer; words: Words["field"]["hand"] }) {
  const { share, href, name, left } = offer;
  return (
    <>
      <p>{words.made}</p>
      {left > 0 && <p className="notice watch">{fill(words.left, { count: left })}</p>}
      {share && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => void navigator.share({ files: [share] }).catch(() => undefined)}
          >
            {words.share}
          </button>
        </p>
      )}
      <p>
        <a className="button second" href={href} download={name}>
          {words.save}
        </a>
      </p>
    </>
  );
}

const saidOf = (said: Pick<Differing["theirs"], "outcome" | "note"> | undefined, words: Words): string => {
  const labels: Readonly<Record<string, string>> = { ...words.audits.outcome, ...words.findings.recheck };
  return said ? [labels[said.outcome ?? ""], said.note].filter(Boolean).join(". ") || "–" : "–";
};

/** What two phones recorded differently: a person decides about each by itself, and nothing waits for it. */
export function DifferingNote({ visit, held, store, words }: Omit<HandOverProps, "pack">) {
  const said = saidOn(visit, held);
  const open = differingOf(visit, held);
  if (open.length === 0) return null;
  const key = `decision ${visit.id}`;
  const { hand, conflictIntro, changed, save } = words.field;
  const nameOf = ({ of, code }: Differing): string => {
    const finding = visit.openBefore.find(({ id }) => id === code);
    return of === "answer" ? code : fill(changed["rechecks-each"], { of: finding?.questionCode ?? "" });
  };
  return (
    <div className="notice watch stack" role="alert">
      <strong>{fill(hand.differing, { count: open.length })}</strong>
      <p>{conflictIntro}</p>
      {open.map((about) => (
        <Both
          key={`${about.phone} ${about.code}`}
          line={{
            name: nameOf(about),
            from: fill(hand.theirs, { name: about.name }),
            theirs: saidOf(about.theirs, words),
            mine: saidOf(about.of === "answer" ? said.answers[about.code] : said.rechecks[about.code], words),
          }}
          chosen={undefined}
          choose={(choice) =>
            void store.saving.save(key, null, () => store.decide(visit.id, about, choice), { asked: true })
          }
          words={words.field}
        />
      ))}
      <SaveNote saving={store.saving} at={key} what={save.decision} words={save} />
    </div>
  );
}
