import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";

import { fieldWords } from "@/components/journal/entry-sentence";
import { groupMessage } from "@/lib/visits/groups/schema";
import { collections } from "@/lib/fieldwork/sealed-files/types";
import { minutesText } from "@/lib/visits/minutes/rules";
import { opinions, signerParts, type MinutesSheet, type Signature } from "@/lib/visits/minutes/types";
import { captionMessage } from "@/lib/visits/photos/captions/schema";
import { photoMessage } from "@/lib/visits/photos/schema";
import { recheckMessage } from "@/lib/visits/rechecks/schema";
import { sheetMessage } from "@/lib/visits/schema";
import { outcomes } from "@/lib/checklists/types";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { severities } from "@/lib/findings/types";
import { canonical, shownContent, spoken } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { locales } from "@/lib/kernel/format";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

const ids = Object.fromEntries(
  ["visit", "finding", "item"].map((name, n) => [name, `0000000${n}-0000-7000-8000-000000000000`]),
) as Record<"visit" | "finding" | "item", string>;
const names = { [ids.visit]: "Sở Nội vụ, 31/12/2017", [ids.finding]: "C.1, 01/03/2016", [ids.item]: "" };
const sha256 = "a1".repeat(32);
const recordedAt = "2017-12-31T18:05:00.000Z";

const signatures: Signature[] = [{ kind: "drawn", path: "M0 0 L9 9" }, { kind: "typed" }, { kind: "none" }];
const spelled = <T extends string>(all: readonly T[]): [string, T][] =>
  all.map((each, n) => [`C.${n + 1}`, each]);

/** Minutes that say everything that minutes can. */
const sheet: MinutesSheet = {
  visitId: ids.visit,
  signedOn: plainDate("2017-12-31"),
  answers: Object.fromEntries(
    spelled(outcomes).map(([code, outcome]) => [code, { outcome, note: "Ghi chú" }]),
  ),
  photos: { "C.1": [sha256] },
  rechecks: Object.fromEntries(recheckOutcomes.map((outcome) => [ids.finding, { outcome, note: "Đã xem" }])),
  findings: spelled(severities).map(([questionCode, severity]) => ({
    ...{ questionCode, severity, evidence: "Bảng tin cũ", reference: "Tầng 1", requirement: "Mục 5.3" },
    ...{ scope: "Trụ sở", dueOn: plainDate("2018-01-30") },
  })),
  conclusion: "Khắc phục",
  hours: { startedAt: "08:00" as PlainTime, endedAt: "11:30" as PlainTime },
  representative: {
    opinion: "agrees",
    name: "Chi",
    title: "Giám đốc",
    statement: "Nhất trí",
    signature: { kind: "typed" },
  },
  signatories: signerParts.map((part, n) => ({
    ...{ part, name: "Hà", title: "" },
    signature: signatures[n] ?? { kind: "none" },
  })),
};

const text = minutesText(sheet);
const answers = sheet.answers;
const sent = { format: 1, visitId: ids.visit, recordedAt };

/** Each kind of message, as a device sends it and the door reads it. */
const messages: Record<(typeof collections)[number], object> = {
  sheets: { ...sent, groupCode: "C", version: 3, answers },
  rechecks: { ...sent, findingId: ids.finding, version: 0, outcome: "partly_corrected", note: "Đã xem" },
  attachments: { ...sent, questionCode: "C.1", sha256, fileName: "ảnh.jpg", caption: "Tầng 1" },
  captions: { ...sent, questionCode: "C.1", sha256, caption: "Tầng 1" },
  removals: { ...sent, questionCode: "C.1", sha256 },
  groups: { ...sent, groupCode: "C", mine: true },
  minutes: { ...sent, fingerprint: sha256, text },
};

type Entry = [what: string, action: string, content: Record<string, Value>];

const away = collections.map((to): Entry => [
  `${to} put away`,
  "item-put-away",
  {
    item: ids.item,
    visit: ids.visit,
    to,
    recordedAt,
    problem: "Câu này không hỏi",
    text: JSON.stringify(messages[to]),
  },
]);
const everyOpinion = opinions.map((opinion): Entry => [
  `minutes that came late, ${opinion}`,
  "item-kept",
  {
    ...(JSON.parse(text) as Record<string, Value>),
    ...{ subject: "minutes", late: true, recordedAt, fingerprint: sha256, text },
    representative: { ...sheet.representative, opinion, signature: { kind: "drawn", path: "M0 0" } },
  },
]);

const late = { late: true, recordedAt };
const cameLate: Entry[] = [
  [
    "sheets that came late",
    "item-kept",
    { subject: "sheet:C", group: "C", answers: JSON.parse(JSON.stringify(answers)) as Value, ...late },
  ],
  [
    "a recheck that came late",
    "item-kept",
    { subject: `recheck:${ids.finding}`, finding: ids.finding, outcome: "corrected", note: "", ...late },
  ],
  [
    "a photograph that came late",
    "item-kept",
    { subject: "photo:C.1", question: "C.1", sha256, fileName: "ảnh.jpg", attachment: ids.item, ...late },
  ],
  [
    "a caption that came late",
    "item-kept",
    { subject: "caption:C.1", question: "C.1", sha256, caption: "Tầng 1", ...late },
  ],
  ["a group that came late", "item-kept", { subject: "group:C", group: "C", mine: false, ...late }],
];

/** What only a program says: names of its fields and values, moments as it writes them, and what holds its texts together. */
const raw =
  /[{}"]|\d{4}-\d{2}-\d{2}|T\d{2}:\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-|^[a-z]+[A-Z]\w*|(?:^|: )[a-z]+(?:[_-][a-z]+)*$/m;

describe.each(locales)("history in words (%s)", (locale) => {
  const words = createTranslator({ locale, messages: { vi, en }[locale], namespace: "journal" });
  const { label, text: said } = fieldWords(words, locale, names);
  const read = (action: string, content: Record<string, Value>): string =>
    shownContent(spoken(action, JSON.parse(canonical(content)) as typeof content), names)
      .map(({ field, value }) => `${label(field)}: ${said(field, value)}`)
      .join("\n");

  it.each([...away, ...everyOpinion, ...cameLate])(
    "says %s without a word of the program's own",
    (_what, action, content) => {
      expect(raw.exec(read(action, content))?.[0] ?? null).toBeNull();
      expect(read(action, content)).toContain("01/01/2018 01:05");
    },
  );

  it("has a name for every field of every message that a device sends", () => {
    const fields = [sheetMessage, recheckMessage, photoMessage, captionMessage, groupMessage].flatMap(
      (schema) => Object.keys(schema.shape),
    );
    const nameless = [...new Set([...fields, ...Object.keys(JSON.parse(text) as object)])].filter(
      (field) => !["format", "form"].includes(field) && label(field) === field,
    );
    expect(nameless).toEqual([]);
  });
});

it("leaves what people wrote as they wrote it, though it looks like a message", () => {
  const typed = { text: '{"severity":"minor"}' };
  expect(spoken("finding-discussed", typed)).toEqual(typed);
  expect(spoken("item-put-away", { text: "không phải JSON" })).toEqual({ text: "không phải JSON" });
});
