import type { Answers, AnswerText } from "@/lib/checklists/types";
import type { RecheckOutcome } from "@/lib/findings/rechecks/types";

/** A clause group as one phone says it, with what the server had confirmed to it, and in which version. */
export type ToldSheet = {
  groupCode: string;
  version: number;
  answers: Answers;
  base: Answers;
  /** Who recorded it, where that is another than who hands it over. */
  by?: string;
};

/** What is seen of an earlier finding, perhaps only begun. */
type Seen = { outcome: RecheckOutcome | null; note: string };

/** An earlier finding as one phone says it; `base` is what the server said of it, where that is known. */
export type ToldRecheck = Seen & { findingId: string; version: number; base: Seen | null };

/** A picture of a question. `id`: of its file on the server, where that has it already. */
export type ToldPhoto = {
  id: string;
  questionCode: string;
  sha256: string;
  fileName: string;
  caption: string;
};

/** Everything that one phone holds of a visit. */
export type Told = {
  sheets: readonly ToldSheet[];
  rechecks: readonly ToldRecheck[];
  photos: readonly ToldPhoto[];
};

/** The same as it goes to another phone: who made it, on which phone, when by the site's clock, and the how-manieth it is of that phone. */
export type Handed = Told & { phone: string; turn: number; name: string; madeAt: string };

/** What a phone last heard of another: what that one begins with the next time, so that only what is new is news. */
export type Heard = {
  turn: number;
  answers: Answers;
  rechecks: Readonly<Record<string, Seen>>;
  captions: Readonly<Record<string, string>>;
};

type About =
  | { of: "answer"; groupCode: string; theirs: AnswerText }
  /** Its `code` is the id of the finding. */
  | { of: "recheck"; theirs: Seen };

/** Something that two phones say differently, until a person has decided; one's own stands meanwhile. */
export type Differing = About & { code: string; phone: string; name: string; madeAt: string };

/** A clause group as it stood once it was taken in from another phone: while it stands so, nobody else has recorded it since. */
export type Brought = {
  name: string;
  madeAt: string;
  answers: Answers;
  /** The questions of it that oneself had recorded, and nobody had sent yet. */
  own?: readonly string[];
};

/** What a phone keeps of handing over, for each visit. */
export type Handover = {
  visitId: string;
  /** What this phone is called in its files. */
  phone: string;
  /** How many files it has made. */
  turn: number;
  /** By phone. */
  heard: Readonly<Record<string, Heard>>;
  open: readonly Differing[];
  /** By clause group; absent from what was kept before it was. */
  brought?: Readonly<Record<string, Brought>>;
};

/** What a file changes on the phone that receives it. */
export type Taken = {
  /** By clause group. */
  answers: Readonly<Record<string, Answers>>;
  rechecks: Readonly<Record<string, Seen>>;
  captions: readonly Pick<ToldPhoto, "questionCode" | "sha256" | "caption">[];
  photos: readonly ToldPhoto[];
  handover: Handover;
};

/** Why a file was not taken in: nothing has changed then. `unsound`: it says what no phone can; `known`: all of it is here already. */
export type Fault = "tooLarge" | "foreign" | "edition" | "another" | "key" | "altered" | "unsound" | "known";

export type Counts = { answers: number; rechecks: number; photos: number };
