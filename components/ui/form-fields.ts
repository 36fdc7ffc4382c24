/** What a form asks, as data: one drawing for every office form, so that all of them behave alike. */
type Option = { value: string; label: string; hint?: string };

type Named = { name: string; label: string; hint?: string; optional?: boolean };

export type Field =
  | (Named & { kind: "text" | "date" | "number" | "password"; value?: string; autoComplete?: string })
  | (Named & { kind: "textarea"; value?: string; rows?: number })
  | (Named & { kind: "select"; options: readonly Option[]; value?: string })
  | (Named & { kind: "radios"; options: readonly Option[]; value?: string })
  | (Named & { kind: "checkboxes"; options: readonly Option[]; value?: readonly string[] })
  | (Named & { kind: "file"; accept: string; camera?: boolean; multiple?: boolean })
  | { kind: "heading"; name: string; label: string; hint?: string }
  | { kind: "hidden"; name: string; value: string };

export type VisibleField = Exclude<Field, { kind: "hidden" | "heading" }>;

/** Sentences of a form, finished on the server, so that no catalogue travels to the browser. */
export type FormWords = {
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
};

/** The id of the element that answers for a field: the first choice of a group, otherwise the input itself. */
export const inputId = (name: string): string => `field-${name.replace(/[^a-zA-Z0-9]/g, "-")}`;
