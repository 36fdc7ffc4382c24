import type { PlainDate } from "@/lib/kernel/plain-date";
import type { FormId } from "@/lib/journal/types";
import type { Conflict } from "@/lib/kernel/result";

/** Why what an address says is no day that figures can be told of. */
export type DayFault = "not-a-date" | "no-such-day" | "day-to-come";

/** The day a page speaks of, and what was typed instead of one, with what is wrong about it. */
export type AskedDay = { on: PlainDate; typed: string | null; fault: DayFault | null };

/** Under which name a form says which of its fields are meant as they stand, whatever they look like. */
export const meantAsTyped = "meant-as-typed";

/**
 * What is in the way of a form, as a finished sentence. `missing`: nothing was entered there, and the field has its own words for
 * that. `confirm`: it is a question, and this is what a person says to it. `reread`: the page that has to be opened anew.
 * `signIn`: where one signs in before it is sent again.
 */
export type FormProblem = {
  field: string | null;
  text: string;
  missing?: boolean;
  confirm?: string;
  reread?: string;
  signIn?: string;
};

/** Sentences under one title, and where what they speak of is changed. */
type CheckPart = { title: string; lines: readonly string[]; link?: { href: string; label: string } };

/** Under which name a form says which one it is, and for whom its page was drawn. */
export const drawnAs = "drawn";

/** A form as it was drawn: under which id, for which account, and how that person is called. It stays the same until it is recorded. */
export type Drawn = { form: FormId; account: string; name: string };

/** Under which name a form says how its fields are called. */
export const askedAs = "asked";

/** What a refused form said: why it was refused, and what was typed, field by field. */
export type Stranded = {
  problems: readonly string[];
  typed: readonly { label: string; texts: readonly string[] }[];
};

/** What is shown before something is recorded: what it says, what that changes, what will still be missing; finished sentences. */
export type Check = {
  title: string;
  /** A text that is read whole before it is recorded, for whoever draws it. */
  paper?: unknown;
  /** Goes along unseen under the name `lookedAtAs`: by which the command knows what was looked at. */
  shown?: string;
  facts: readonly (readonly [name: string, value: string])[];
  parts: readonly CheckPart[];
  submit: string;
  back: string;
};

/** Under which name a form says what is to become of the input that was kept for it. */
export const ofKept = "kept-input";
export const discarded = "discard";

/** How somebody who sends a form is told that they are signed out: what was typed is kept, or nothing is, or the session was ended. */
export const endings = ["kept", "lost", "revoked"] as const;
export type Ending = (typeof endings)[number];

/** Under which name a form that was looked at says what comes now: it is recorded, or changed. */
export const lookedAt = "looked-at";
export type LookedAt = "record" | "change";

/** Under which name it says what was shown there. */
export const lookedAtAs = "shown";

/** What a form shows again after a refusal: each problem, everything that was typed, and the names of files that went along. */
export type FormState = {
  /** What was typed, in words, to be looked at before it is recorded. */
  check?: Check;
  problems: readonly FormProblem[];
  values: Readonly<Record<string, string | readonly string[]>>;
  conflict: Conflict | null;
  /** As what the form was drawn that was sent. */
  drawn?: Drawn;
  /** Nothing was looked at: the form stays as it is, with its files, and is sent again as it stands. */
  stays?: boolean;
  /** When the values were kept, as a session had run out; as people read it. */
  keptAt?: string;
  /** What is shown once, in the answer to the request that made it, and kept nowhere. */
  secret?: { title: string; text: string; value: string; next: { href: string; label: string } };
};

export const untouched: FormState = { problems: [], values: {}, conflict: null };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Why nothing of a form was read, where its browser shows whatever comes in its place. */
export const notTaken = ["heavy", "outdated"] as const;
export type NotTaken = (typeof notTaken)[number];
