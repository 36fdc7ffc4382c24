import type { Drawn } from "@/lib/gate/types";
import { fill } from "@/lib/kernel/fill";
import type { FileFault } from "@/lib/kernel/file-size";

/** What a form asks, as data: one drawing for every office form, so that all of them behave alike. */
type Option = { value: string; label: string; hint?: string };

type Named = { name: string; label: string; hint?: string; optional?: boolean };

export type Field =
  | (Named & { kind: "text" | "date" | "number" | "password"; value?: string; autoComplete?: string })
  | (Named & { kind: "textarea"; value?: string; rows?: number })
  | (Named & { kind: "select"; options: readonly Option[]; value?: string })
  | (Named & { kind: "radios"; options: readonly Option[]; value?: string })
  | (Named & { kind: "checkboxes"; options: readonly Option[]; value?: readonly string[] })
  /** `atCheck`: chosen where the rest is looked at before it is recorded, because no browser carries a file from page to page. */
  | (Named & { kind: "file"; accept: string; multiple?: boolean; atCheck?: boolean })
  | { kind: "heading"; name: string; label: string; hint?: string }
  | UnseenField;

/**
 * What a form carries along unseen. `edited`: the version of the text that is edited in it; after a conflict both texts are shown, and
 * the next press is meant. `read`: the version of what is only read on its page, and decided on; once that has changed the form stays
 * refused until its page is opened anew, because nothing but the page shows the new text.
 */
export type UnseenField = { kind: "hidden" | "edited" | "read"; name: string; value: string };

export type VisibleField = Exclude<Field, UnseenField | { kind: "heading" }>;

export const isUnseen = (field: Field): field is UnseenField =>
  field.kind === "hidden" || field.kind === "edited" || field.kind === "read";

/** Does a field hold something of one's own, typed or chosen on the device? A password is shown to nobody. */
export const isWritten = ({ kind }: VisibleField): boolean =>
  kind === "text" || kind === "textarea" || kind === "date" || kind === "number" || kind === "file";

/** What stands between a form and the system's answer, where the answer is not the system's own. */
export const troubles = ["line", "away", "broken", "outdated", "heavy", "stranger", "gone"] as const;
export type Trouble = (typeof troubles)[number];

/** How a field that was left empty is asked for: something is typed, dated, counted, chosen or attached. */
export const askings = ["text", "date", "number", "choice", "file"] as const;
export type Asking = (typeof askings)[number];

/** Sentences of a form, finished on the server, so that no catalogue travels to the browser. Braces stay for what is known only there. */
export type FormWords = {
  /** As what the form is drawn: with these words, it is a form of its own. */
  drawn: Drawn | null;
  submit: string;
  errorTitle: string;
  errorPrefix: string;
  conflictTitle: string;
  conflictHint: string;
  stored: string;
  nothing: string;
  sending: string;
  optional: string;
  restored: string;
  discardKept: string;
  reopened: string;
  reopen: string;
  signInElsewhere: string;
  chooseAgain: string;
  troubleTitle: string;
  trouble: Record<Trouble, string>;
  /** Where a press only looks at what was typed: what is said instead, as nothing is recorded by it. */
  lookTrouble: Partial<Record<Trouble, string>>;
  missing: Record<Asking, string>;
  files: Record<FileFault["code"] | "file-unreadable", string>;
};

/** The id of the element that answers for a field of a form: the first choice of a group, otherwise the input itself. */
export const inputId = (form: string, name: string): string =>
  `${form}-${name.replace(/[^a-zA-Z0-9]/g, "-")}`;

const languages: Record<string, string> = { vi: "vi-VN", en: "en-GB" };

/** Puts what became known in the browser into a sentence made on the server; numbers as the page's language writes them. */
export const fillHere = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  fill(sentence, values, (value) =>
    value.toLocaleString(languages[document.documentElement.lang], { maximumFractionDigits: 1 }),
  );
