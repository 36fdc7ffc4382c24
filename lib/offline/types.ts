import type { Representative } from "@/lib/audits/minutes/types";
import type { AnswerText } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";

export type SheetAnswers = Readonly<Record<string, AnswerText>>;

export type Body =
  | { kind: "sheet"; groupCode: string; answers: SheetAnswers }
  | { kind: "photo"; questionCode: string; sha256: string; fileName: string }
  | {
      kind: "minutes";
      conclusion: string;
      findings: readonly FindingDraft[];
      representative: Representative;
      fingerprint: string;
    };

/** Proof from the server that an item is written there. */
export type ItemReceipt = { number: string; time: string; fingerprint: string };

export type ItemConflict = {
  current: Readonly<Record<string, string>>;
  savedBy: string;
  savedAt: string;
  /** Receipt of one's own text, kept by the server beside what stands. */
  kept?: string;
};

/** Where an item stands. `sent` has its receipt; `conflict` and `refused` wait for a person. */
type ItemState =
  | { state: "waiting" }
  | { state: "sent"; receipt: ItemReceipt }
  | { state: "conflict"; conflict: ItemConflict }
  | { state: "refused"; problem: string };

/** Something to deliver. Its id is minted here; once tried, neither id nor bytes change any more. */
export type Item = {
  id: string;
  /** Order of making: items of a visit are delivered in it. */
  seq: number;
  visitId: string;
  /** "sheet:D", "photo:<id>", "minutes". */
  subject: string;
  recordedAt: string;
  body: Body;
  tries: number;
  /** The version a sheet was made from, fixed at the first try. */
  version: number | null;
  standing: ItemState;
};

/** One clause group as it stands on the device, and the version of it that the server has last confirmed. */
export type Sheet = { visitId: string; groupCode: string; version: number; answers: SheetAnswers };

export type Reply =
  | { kind: "done"; receipt: ItemReceipt; version: number }
  | { kind: "conflict"; conflict: ItemConflict }
  | { kind: "refused"; problem: string }
  | { kind: "signed-out" }
  | { kind: "unreachable" };
