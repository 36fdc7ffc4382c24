import { useEffect, useState } from "react";

import { draftOf, dueFromDay, keptDraft, sheetOf, shownResult } from "@/components/field/minutes";
import { loadWording, wordsRead, type Wording } from "@/components/field/wording";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { MinutesWords } from "@/lib/visits/wording/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { isSealed } from "@/lib/offline/rules";
import { standing } from "@/lib/offline/signing/rules";
import { readText, signedText } from "@/lib/offline/signing/texts/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, MinutesDraft } from "@/lib/offline/types";

export type AtMinutes = {
  visit: PackedVisit;
  pack: HeldPack;
  /** The day on this device: that of signing. */
  day: PlainDate;
  held: Held;
  store: FieldStore;
  wording: Wording;
};

export type Minutes = {
  draft: MinutesDraft;
  sheet: MinutesSheet;
  /** Their text, as it is read before the agency has said what it thinks of it. */
  words: MinutesWords;
  /** What would be read out now, and what would be signed. */
  texts: { read: string; signed: string };
};

/** The minutes as they stand now: whoever signed something else has not signed them. */
export function minutesNow(
  { visit, pack, day, held, wording }: Omit<AtMinutes, "store">,
  kept: MinutesDraft | undefined = keptDraft(visit, held),
): Minutes {
  const made = dueFromDay(draftOf(visit, held, pack, day, kept), pack, day);
  const sheet = sheetOf(visit, held, made, day);
  const shown = shownResult(visit, sheet);
  const words = wordsRead(wording, visit, sheet, held);
  const said = { ...sheet, words };
  const texts = { read: readText(said, shown), signed: signedText(said, shown) };
  const draft = standing(made, texts.signed);
  return { draft, texts, words, sheet: draft === made ? sheet : sheetOf(visit, held, draft, day) };
}

/** Under which a draft is being written to the device. */
export const draftKey = (visit: PackedVisit): string => `draft ${visit.id}`;

/** The minutes being written on one screen: what is typed shows at once, and is kept at each keystroke. */
export function useMinutes(at: AtMinutes): Minutes & { change: (draft: MinutesDraft) => void } {
  const { visit, held, store } = at;
  const { saving } = store;
  const [written, setWritten] = useState(
    () => saving.unsaved.get(draftKey(visit))?.value as MinutesDraft | undefined,
  );
  const now = minutesNow(at, written ?? keptDraft(visit, held));
  // What is gone here stays gone, though the words should come back.
  if (written?.signedOver !== undefined && now.draft.signedOver === undefined) setWritten(now.draft);
  return {
    ...now,
    change: (draft) => {
      setWritten(draft);
      void saving.save(draftKey(visit), draft, () => store.draft(draft));
    },
  };
}

/** Takes signatures off what has changed since, on whatever screen it changed: they do not come back when it changes again. */
export function useStandingSignatures(
  pack: HeldPack | null,
  day: PlainDate | null,
  held: Held | null,
  store: FieldStore | null,
): void {
  useEffect(() => {
    if (!pack || !day || !held || !store) return;
    const signed = pack.visits.flatMap((visit) => {
      const kept = keptDraft(visit, held);
      return kept?.signedOver === undefined || isSealed(held.items, visit.id) ? [] : [{ visit, kept }];
    });
    if (signed.length === 0) return;
    let isNow = true;
    const take = (wording: Wording): void => {
      for (const { visit, kept } of isNow ? signed : []) {
        const { draft } = minutesNow({ visit, pack, day, held, wording }, kept);
        if (draft.signedOver === undefined)
          void store.saving.save(draftKey(visit), draft, () => store.draft(draft));
      }
    };
    // Where it does not come, signatures are looked at when the minutes are opened.
    loadWording().then(take, () => undefined);
    return () => {
      isNow = false;
    };
  }, [pack, day, held, store]);
}
