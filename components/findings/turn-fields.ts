import type { Field } from "@/components/ui/form-fields";
import type { FindingAnswer } from "@/lib/findings/answers/types";
import type { Act } from "@/lib/findings/turns/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { vi } from "@/messages/vi";
import { acceptOf } from "@/lib/files/types";

type Words = (key: keyof (typeof vi)["findings"]["fields"]) => string;

type Known = {
  today: PlainDate;
  dueOn: PlainDate | null;
  last: FindingAnswer | undefined;
  /** What is known before anything is typed: what the visit that saw it corrected says. */
  seen: string;
};

const area = (words: Words, name: "cause" | "correction" | "correctiveAction", value = ""): Field => ({
  kind: "textarea",
  name,
  label: words(name),
  hint: words(`${name}Hint`),
  rows: 3,
  value,
});

const dated = (words: Words, name: "doneBy" | "since" | "endsOn" | "closedOn", day: PlainDate): Field => ({
  kind: "date",
  name,
  label: words(name),
  hint: words("dateHint"),
  value: formatDate(day),
});

const evidence = (words: Words, more: { multiple?: boolean; optional: boolean }): Field => ({
  kind: "file",
  name: "evidence",
  label: words(more.multiple ? "evidenceFiles" : "evidenceFile"),
  hint: words(more.multiple ? "evidenceFilesHint" : "fileHint"),
  accept: acceptOf("evidence"),
  ...more,
});

const reason = (words: Words): Field => ({
  kind: "textarea",
  name: "reason",
  label: words("reason"),
  hint: words("reasonHint"),
  rows: 4,
});

/** What each act asks. An answer after one that was sent back begins with what was said before. */
export function turnFields(words: Words, act: Act, { today, dueOn, last, seen }: Known): Field[] {
  switch (act) {
    case "answer":
      return [
        area(words, "cause", last?.cause),
        area(words, "correction", last?.correction),
        area(words, "correctiveAction", last?.correctiveAction),
        {
          kind: "text",
          name: "responsible",
          label: words("responsible"),
          hint: words("responsibleHint"),
          value: last?.responsible ?? "",
        },
        dated(words, "doneBy", last?.doneBy ?? dueOn ?? today),
        evidence(words, { multiple: true, optional: true }),
      ];
    case "return":
    case "refuse":
      return [reason(words)];
    case "accept":
      return [];
    case "verify":
      return [
        dated(words, "closedOn", today),
        {
          kind: "textarea",
          name: "note",
          label: words("note"),
          hint: words("noteHint"),
          value: seen,
          rows: 4,
        },
        evidence(words, { optional: true }),
      ];
    case "claim":
      return [
        { kind: "text", name: "blockingBody", label: words("blockingBody"), hint: words("blockingBodyHint") },
        { kind: "text", name: "reference", label: words("reference"), hint: words("referenceHint") },
        dated(words, "since", today),
        {
          kind: "textarea",
          name: "explanation",
          label: words("explanation"),
          hint: words("explanationHint"),
          rows: 4,
        },
      ];
    case "unblock":
      return [
        dated(words, "endsOn", today),
        { kind: "textarea", name: "endNote", label: words("endNote"), hint: words("endNoteHint"), rows: 3 },
      ];
  }
}
