import { collections, subjects, type Collection } from "@/lib/fieldwork/sealed-files/types";
import type { KeptItem, KeptMinutes, KeptWords, MinutesBeside } from "@/lib/fieldwork/kept/types";
import { reasonIn } from "@/lib/fieldwork/kept/told/rules";
import { sealedIn } from "@/lib/visits/sealed/schema";
import type { Rechecks } from "@/lib/visits/rechecks/types";
import type { Displacement } from "@/lib/visits/sealed/displaced/types";
import { outcomes, type Answers, type AnswerText } from "@/lib/checklists/types";
import { recheckOutcomes, type Recheck } from "@/lib/findings/rechecks/types";
import type { Value } from "@/lib/journal/types";
import { problem, problemCodes, type Problem } from "@/lib/kernel/problem";
import { compareVietnamese } from "@/lib/kernel/text";
import { parseDate } from "@/lib/kernel/plain-date";

type Fields = Readonly<Record<string, Value>>;

export type KeptEntry = {
  number: string;
  action: string;
  at: Date;
  actorName: string;
  content: Fields;
  /** Seconds by which the device's clock was fast; null where it is not known. */
  clockFast: number | null;
  /** Is it the last that its sender has sent about this, though a colleague was faster? */
  isOpen?: boolean;
};

const textIn = (fields: Fields, ...names: readonly string[]): string => {
  const found = names.map((name) => fields[name]).find((value) => typeof value === "string");
  return typeof found === "string" ? found : "";
};

const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};

const parsed = (text: string): Fields => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
};

/** As history names what an item is about, and as its address does. */
const kinds = new Map<string, Collection>(collections.map((to) => [subjects[to], to]));

function minutesIn(fields: Fields): KeptMinutes {
  const sealed = fields["findings"] === undefined ? parsed(textIn(fields, "text")) : fields;
  const representative = fieldsOf(sealed["representative"]);
  const findings = Array.isArray(sealed["findings"]) ? (sealed["findings"] as readonly Value[]) : [];
  return {
    fingerprint: textIn(fields, "fingerprint"),
    opinion: textIn(representative, "opinion"),
    name: textIn(representative, "name"),
    findings: findings.map(fieldsOf).map((finding) => ({
      code: textIn(finding, "questionCode"),
      evidence: textIn(finding, "evidence"),
      dueOn: parseDate(textIn(finding, "dueOn")),
    })),
    sheet: sealedIn(textIn(fields, "text")),
  };
}

/** In the order of the checklist: history keeps C.10 before C.2. */
function answersIn(value: unknown): Record<string, AnswerText> {
  const inOrder = Object.entries(fieldsOf(value)).sort(([a], [b]) => compareVietnamese(a, b));
  return Object.fromEntries(
    inOrder.flatMap(([code, said]) => {
      const outcome = outcomes.find((each) => each === fieldsOf(said)["outcome"]);
      return outcome ? [[code, { outcome, note: textIn(fieldsOf(said), "note") }]] : [];
    }),
  );
}

function recheckIn(fields: Fields): Recheck | null {
  const outcome = recheckOutcomes.find((each) => each === fields["outcome"]);
  return outcome ? { outcome, note: textIn(fields, "note") } : null;
}

/** Every text in what was sent, without the names that only programs read. */
const textsIn = (value: Value): string[] => {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap((each) => textsIn(each));
};

/** Names of what only programs read. */
const forPrograms = ["visitId", "recordedAt", "subject", "sha256", "fingerprint", "times"];

/** What an item says, by the names that history and the device give its parts. */
function wordsIn(kind: Collection | null, fields: Fields): KeptWords {
  const answers = answersIn(fields["answers"]);
  const words = {
    kind,
    part: textIn(fields, "groupCode", "group", "questionCode", "question", "findingId", "finding"),
    answers,
    recheck: kind === "rechecks" ? recheckIn(fields) : null,
    minutes: kind === "minutes" ? minutesIn(fields) : null,
    caption: textIn(fields, "caption"),
    fileName: textIn(fields, "fileName"),
    sha256: textIn(fields, "sha256"),
    mine: typeof fields["mine"] === "boolean" ? fields["mine"] : null,
  };
  const isOfPicture = kind === "captions" || kind === "removals";
  const isRead =
    Object.keys(answers).length > 0 ||
    words.recheck !== null ||
    words.minutes !== null ||
    words.mine !== null ||
    (isOfPicture && words.part !== "" && words.sha256 !== "") ||
    [words.caption, words.fileName].some((text) => text !== "");
  const rest = Object.entries(fields).filter(([name]) => !forPrograms.includes(name));
  const texts = isRead ? [textIn(fields, "conclusion")] : textsIn(rest.map(([, value]) => value));
  return { ...words, text: texts.join("\n") };
}

/** By receipts, which count up as things arrive; `minutes`: that of the visit's minutes, null where none have been received. */
export const minutesBeside = (receiptNo: string, minutes: string | null): MinutesBeside => {
  if (minutes === null) return "none";
  return Number(minutes) < Number(receiptNo) ? "earlier" : "later";
};

function whyOf({ action, content, isOpen = false }: KeptEntry): KeptItem["why"] | null {
  if (action === "item-put-away") return "away";
  if (action !== "item-kept") return null;
  if (content["late"] === true) return "late";
  return isOpen ? "unchosen" : null;
}

/** Of a copy that a colleague was faster than, the answers that its device had changed; all, where it does not say which. */
function ownAnswers({ answers }: KeptWords, { times }: Fields): KeptWords["answers"] {
  const changed = fieldsOf(times);
  return times === undefined
    ? answers
    : Object.fromEntries(Object.entries(answers).filter(([code]) => code in changed));
}

type Stands = { answers: Answers; rechecks: Rechecks };

const differs = (
  said: { outcome: string; note: string },
  stands: { outcome: string; note: string } | undefined,
) => said.outcome !== stands?.outcome || said.note !== stands.note;

/** Of a copy that nobody has chosen, what stands otherwise; null where nothing of it does. Anything else stays as it is. */
export function leftOut(item: KeptItem, stands: Stands): KeptItem | null {
  if (item.why !== "unchosen") return item;
  const answers = Object.fromEntries(
    Object.entries(item.answers).filter(([code, said]) => differs(said, stands.answers[code])),
  );
  const isRecheck = item.recheck !== null && differs(item.recheck, stands.rechecks[item.part]);
  return isRecheck || Object.keys(answers).length > 0 ? { ...item, answers } : null;
}

/** Reasons by codes that are known here; none where any is not, so that the sentence as it was told is read. */
function problemsIn(value: Value | undefined): Problem[] {
  const read = Array.isArray(value) ? value.map(fieldsOf) : [];
  const known = read.flatMap(({ code, values }) => {
    const found = problemCodes.find((each) => each === code);
    return found ? [problem(found, undefined, fieldsOf(values) as Problem["values"])] : [];
  });
  return known.length === read.length ? known : [];
}

/** An entry of the history as something that is kept of a visit; null where it is about something else. */
export function keptItemOf(entry: KeptEntry): KeptItem | null {
  const { number, at, actorName, content, clockFast } = entry;
  const why = whyOf(entry);
  if (why === null) return null;
  const away = why === "away";
  const recordedAt = Date.parse(textIn(content, "recordedAt"));
  const kind = away
    ? collections.find((each) => each === content["to"])
    : kinds.get(textIn(content, "subject").split(":", 1)[0] ?? "");
  const words = wordsIn(kind ?? null, away ? parsed(textIn(content, "text")) : content);
  return {
    ...words,
    ...(why === "unchosen" && { answers: ownAnswers(words, content) }),
    receiptNo: number,
    why,
    by: actorName,
    recordedAt: Number.isNaN(recordedAt) ? null : new Date(recordedAt),
    clockFast: typeof content["clockFast"] === "number" ? content["clockFast"] : clockFast,
    receivedAt: at,
    attachmentId: textIn(content, "attachment") || null,
    problem: reasonIn(textIn(content, "problem")),
    problems: problemsIn(content["problems"]),
  };
}

/** When a device made something, and by how many seconds its clock was fast. */
type Mark = { recordedAt: Date; clockFast: number | null };

/** What a colleague had sent and signed minutes say otherwise, as something that is kept beside them. */
export function displacedItem(number: string, displaced: Displacement, mark: Mark | undefined): KeptItem {
  const { part, isRecheck, said, by, at } = displaced;
  const content: Fields = isRecheck ? { finding: part, ...said[part] } : { group: part, answers: said };
  return {
    ...wordsIn(isRecheck ? "rechecks" : "sheets", content),
    receiptNo: number,
    why: "displaced",
    by,
    recordedAt: mark?.recordedAt ?? null,
    clockFast: mark?.clockFast ?? null,
    receivedAt: at,
    attachmentId: null,
    problem: "",
    problems: [],
  };
}
