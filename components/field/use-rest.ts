import { useState } from "react";

import { conforming, restOf, takenBack } from "@/components/field/rest";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, SheetAnswers } from "@/lib/offline/types";

/** Questions of one group that were found conforming together, and whether that was taken back. */
export type Together = {
  visitId: string;
  groupCode: string;
  codes: readonly string[];
  state: "done" | "undone" | "failed";
};

export type RestActs = {
  /** What was done last. */
  last: Together | null;
  of: (visitId: string, groupCode: string) => Together | null;
  /** Finds what is left of a group conforming; true where it is on the device. */
  settle: (visit: PackedVisit, held: Held, groupCode: string, shown: SheetAnswers) => Promise<boolean>;
  undo: (together: Together) => Promise<void>;
};

/** Answering together and taking it back, each in one transaction, for as long as the app is open. */
export function useRest(store: FieldStore): RestActs {
  const [acts, setActs] = useState<readonly Together[]>([]);
  const of = (visitId: string, groupCode: string): Together | null =>
    acts.find((each) => each.visitId === visitId && each.groupCode === groupCode) ?? null;
  const note = (act: Together): void => {
    setActs((before) => [
      act,
      ...before.filter((each) => each.visitId !== act.visitId || each.groupCode !== act.groupCode),
    ]);
  };
  return {
    last: acts[0] ?? null,
    of,
    settle: async (visit, held, groupCode, shown) => {
      const act = { visitId: visit.id, groupCode };
      try {
        const codes = await store.recordMany(visit.id, groupCode, (answers) =>
          conforming(restOf(visit, held, groupCode, { ...answers, ...shown }).codes),
        );
        note({ ...act, codes, state: "done" });
        return true;
      } catch {
        note({ ...act, codes: [], state: "failed" });
        return false;
      }
    },
    undo: async (together) => {
      try {
        const { visitId, groupCode, codes } = together;
        const back = await store.recordMany(visitId, groupCode, (answers) => takenBack(codes, answers));
        note({ ...together, codes: back, state: "undone" });
      } catch {
        note({ ...together, state: "failed" });
      }
    },
  };
}
