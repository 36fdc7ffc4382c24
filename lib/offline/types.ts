import type { ClockOffset, ClockReading, HeldPack } from "@/lib/fieldwork/pack/rules";
import type { Opinion, Representative, Signatory, VisitHours } from "@/lib/visits/minutes/types";
import type { Displaced } from "@/lib/visits/sealed/displaced/types";
import type { AnswerText } from "@/lib/checklists/types";
import type { Recheck, RecheckOutcome } from "@/lib/findings/rechecks/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { ToldProblem } from "@/lib/kernel/problem";
import type { Handover } from "@/lib/offline/handover/types";
import type { Difference, SealedCopy, Signer } from "@/lib/offline/signing/types";

export type SheetAnswers = Readonly<Record<string, AnswerText>>;

/** When answers were last changed here, by question: ISO 8601, by this device's clock. */
export type AnswerTimes = Readonly<Record<string, string>>;

export type Body =
  /** `by`: who recorded it, where it stands as another phone handed it over. */
  | { kind: "sheet"; groupCode: string; answers: SheetAnswers; by?: string; times?: AnswerTimes }
  | ({ kind: "recheck"; findingId: string } & Recheck)
  | { kind: "photo"; questionCode: string; sha256: string; fileName: string; caption?: string }
  /** Of a photograph that may have left already; the picture is named by its bytes. */
  | { kind: "caption"; questionCode: string; sha256: string; caption: string }
  /** A photograph that may have left is taken back. */
  | { kind: "removal"; questionCode: string; sha256: string }
  /** Oneself records a clause group, or no longer. */
  | { kind: "group"; groupCode: string; mine: boolean }
  | { kind: "minutes"; text: string; fingerprint: string }
  | {
      /** As an app of before sealed them, and may still hold them. */
      kind: "minutes";
      conclusion: string;
      findings: readonly FindingDraft[];
      hours?: VisitHours | undefined;
      representative: Representative;
      fingerprint: string;
    };

/** Proof from the server that an item is written there. */
export type ItemReceipt = {
  number: string;
  time: string;
  fingerprint: string;
  /** The moment by the site's clock, where it is of what stands there; absent from receipts of before. */
  at?: string;
  /** Of minutes, what they say otherwise than a colleague had sent by then; absent where there is nothing. */
  displaced?: readonly Displaced[];
};

/** Whose answer to a question stands. */
export type Choice = "mine" | "theirs";

export type ItemConflict = {
  current: Readonly<Record<string, string>>;
  savedBy: string;
  savedAt: string;
  /** Receipt of one's own text, kept by the server beside what stands. */
  kept?: string;
  /** When it was received there, by the site's clock; absent from conflicts of before. */
  keptAt?: string;
  /** What has been decided so far, by question. */
  chosen?: Readonly<Record<string, Choice>>;
};

/**
 * Where an item stands. `sent` has its receipt; `conflict` and `refused` wait for a person. `leaving` is put away: it goes to the
 * server to be kept there as what it is, beside what stands; `kept` is kept there, under a receipt.
 */
type ItemState =
  | { state: "waiting" }
  | ({ state: "leaving" } & Told)
  | ({ state: "kept"; receipt: ItemReceipt; late?: true } & Told)
  | { state: "sent"; receipt: ItemReceipt }
  | { state: "conflict"; conflict: ItemConflict }
  /** `unkept`: why it could not be put away either, since a person asked. */
  | ({ state: "refused"; unkept?: Told } & Told);

/** What was in the way, to be said in the language of whoever reads it; absent from what was told before codes came along. */
export type Told = { problem: string; problems?: readonly ToldProblem[] };

/** Something to deliver. Its id is minted here; once tried, neither id nor bytes change any more. */
export type Item = {
  id: string;
  /** Order of making: items of a visit are delivered in it. */
  seq: number;
  visitId: string;
  /** "sheet:D", "group:D", "recheck:<finding>", "photo:<id>", "minutes". */
  subject: string;
  recordedAt: string;
  /** How the clock was read when it was made, until the site has said its time again; then how it stood. */
  made?: ClockReading | undefined;
  /** Absent until then, and from items of before it was kept. */
  offset?: ClockOffset | undefined;
  body: Body;
  tries: number;
  /** The version that a sheet or a recheck was made from, fixed at the first try. */
  version: number | null;
  standing: ItemState;
};

/** One clause group as it stands on the device, and the version of it that the server has last confirmed. */
export type Sheet = {
  visitId: string;
  groupCode: string;
  version: number;
  answers: SheetAnswers;
  /** Questions that are now said to conform under a note of when they did not, until somebody says that it still holds. */
  doubtful?: readonly string[];
  /** The answers that the server has last confirmed: what a colleague's are held against. Absent from sheets of before. */
  base?: SheetAnswers;
  /** Of what was changed here since the visit was taken along; absent from sheets of before. */
  times?: AnswerTimes;
};

/** What is written of an earlier finding; a note may be there before anything is chosen, and is sent with the choice. */
export type RecheckDraft = { outcome: RecheckOutcome | null; note: string };

/** One earlier finding as it stands on the device, and the version of it that the server has last confirmed. */
export type HeldRecheck = RecheckDraft & { visitId: string; findingId: string; version: number };

/** A photograph on the device, until its visit is no longer taken along. */
export type HeldPhoto = {
  id: string;
  visitId: string;
  questionCode: string;
  sha256: string;
  fileName: string;
  /** What it shows, as this device last said; absent where it has said nothing. */
  caption?: string;
};

/** A photograph as it is taken, with its bytes. */
export type NewPhoto = { photo: HeldPhoto; bytes: ArrayBuffer };

/** Why a file cannot be sent as a photograph: a format that this browser does not read, or no picture at all. */
export type Unreadable = "heic" | "unreadable";

/** A file that was chosen and is no photograph: told at its question until the person puts that away. */
export type UnreadFile = {
  id: string;
  visitId: string;
  questionCode: string;
  fileName: string;
  why: Unreadable;
};

/** Minutes being written: kept at each keystroke like everything else. */
export type MinutesDraft = {
  visitId: string;
  findings: readonly FindingDraft[];
  conclusion: string;
  /** Absent from drafts of before hours were asked for. */
  hours?: VisitHours | undefined;
  /** The day with which the day of beginning was filled in; absent from drafts of before it was kept. */
  startedFrom?: PlainDate;
  /** Those of the team who are not there, by id. */
  away?: readonly string[];
  /** Who was chosen to sign in the place of a leader who is away, by id. */
  signsFor?: string;
  representative: RepresentativeDraft;
  /** The day from which the due dates of the findings were counted. */
  dueFrom?: PlainDate;
  signatories?: readonly Signatory[] | undefined;
  /** The text that was read last by who signs (`signing/rules.ts`). */
  readOver?: string | undefined;
  /** The text that the signatures stand under; absent where nobody has signed. */
  signedOver?: string | undefined;
  /** Whose signature was taken off: before the seal they sign again, or say that they sign on paper. */
  signAgain?: readonly Signer[] | undefined;
  /** Who signs on paper, as they chose. */
  byHand?: readonly Signer[];
  /** What changed after somebody had signed, until they sign again. */
  changedSince?: readonly Difference[] | undefined;
  /** The minutes as they were sealed here. */
  sealed?: SealedCopy | undefined;
  /** How often it has been written. */
  edits?: number;
};

/** What the agency says, before it has said it. */
export type RepresentativeDraft = Omit<Representative, "opinion"> & { opinion: Opinion | null };

export type Held = {
  pack: HeldPack | null;
  sheets: readonly Sheet[];
  rechecks: readonly HeldRecheck[];
  items: readonly Item[];
  photos: readonly HeldPhoto[];
  drafts: readonly MinutesDraft[];
  handovers: readonly Handover[];
  unread: readonly UnreadFile[];
};

export type Reply =
  | { kind: "done"; receipt: ItemReceipt; version: number }
  | { kind: "conflict"; conflict: ItemConflict }
  | ({ kind: "refused" } & Told)
  /** It came after the seal: the server keeps it under that receipt. */
  | ({ kind: "kept"; receipt: ItemReceipt } & Told)
  | { kind: "signed-out" }
  /** Another account is signed in: not taken, and nothing is wrong with it. */
  | { kind: "another" }
  /** `until`: from when on the server takes more, in milliseconds since 1970 by the device's clock. */
  | { kind: "unreachable"; why?: Silence; until?: number };

/**
 * Why there is no word of our server, where that can be told: a network that answers in its place and wants a sign-in first
 * ("captive"), something on the way that has only its own page of an error ("gateway"), or the server itself, which cannot do it now
 * ("failing"). Under https such a network often cannot answer at all, and a browser tells that from no server only by the time it
 * lasts ("suspect"). "later": the server takes no more of this person until a moment that it names.
 */
export type Silence = "captive" | "gateway" | "failing" | "suspect" | "later";
