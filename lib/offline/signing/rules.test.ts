import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { minutesText } from "@/lib/visits/minutes/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import {
  byHand,
  isMissing,
  isRead,
  isSigned,
  named,
  read,
  signed,
  standing,
} from "@/lib/offline/signing/rules";
import { differences, readText, signedText } from "@/lib/offline/signing/texts/rules";
import type { ShownResult } from "@/lib/offline/signing/types";
import type { MinutesDraft } from "@/lib/offline/types";

const drawn = { kind: "drawn", path: "M1 2 L3 4" } as const;
const none = { kind: "none" } as const;
const shown: ShownResult = { scoreHundredths: 8931, gradeCode: "fair" };

const sheet: MinutesSheet = {
  visitId: "v",
  answers: {
    "D.1": { outcome: "conforming", note: "" },
    "D.2": { outcome: "not_conforming", note: "Bản năm 2012" },
  },
  photos: { "D.2": ["aa", "bb"] },
  rechecks: { f1: { outcome: "corrected", note: "" } },
  findings: [
    {
      questionCode: "D.2",
      severity: "minor",
      evidence: "Bảng tin niêm yết bản ký năm 2012",
      scope: "Trụ sở chính",
      dueOn: "2018-01-30" as PlainDate,
    },
  ],
  conclusion: "Đề nghị khắc phục",
  hours: { startedAt: "08:30" as PlainTime, endedAt: null },
  representative: { opinion: "agrees", name: "Bình", title: "Phó Giám đốc", statement: "", signature: none },
};

const draft: MinutesDraft = {
  visitId: "v",
  findings: sheet.findings,
  conclusion: sheet.conclusion,
  representative: sheet.representative,
  signatories: [
    { part: "secretary", name: "An", title: "", signature: none },
    { part: "leader", name: "Hà", title: "", signature: none },
  ],
};

const text = signedText(sheet, shown);
const bySome = signed(signed(draft, text, "representative", drawn), text, "leader", { kind: "typed" });

/** A letter more in every text, another of every choice: each single thing that can change, and how it is called. */
const changes: [string, MinutesSheet, ShownResult?][] = [
  ["answers D.1", { ...sheet, answers: { ...sheet.answers, "D.1": { outcome: "partly", note: "" } } }],
  ["answers D.1", { ...sheet, answers: { ...sheet.answers, "D.1": { outcome: "conforming", note: "x" } } }],
  ["answers D.3", { ...sheet, answers: { ...sheet.answers, "D.3": { outcome: "conforming", note: "" } } }],
  ["photos D.2", { ...sheet, photos: { "D.2": ["aa"] } }],
  ["photos D.1", { ...sheet, photos: { ...sheet.photos, "D.1": ["cc"] } }],
  ["rechecks f1", { ...sheet, rechecks: { f1: { outcome: "partly_corrected", note: "" } } }],
  ["rechecks f1", { ...sheet, rechecks: { f1: { outcome: "corrected", note: "x" } } }],
  ["rechecks null", { ...sheet, rechecks: {} }],
  ["findings null", { ...sheet, findings: [] }],
  ["conclusion null", { ...sheet, conclusion: "Đề nghị khắc phục." }],
  ["hours endedAt", { ...sheet, hours: { startedAt: "08:30" as PlainTime, endedAt: "11:00" as PlainTime } }],
  ["said opinion", { ...sheet, representative: { ...sheet.representative, opinion: "dissents" } }],
  ["said name", { ...sheet, representative: { ...sheet.representative, name: "Bính" } }],
  ["said title", { ...sheet, representative: { ...sheet.representative, title: "" } }],
  [
    "said findings",
    { ...sheet, findings: sheet.findings.map((each) => ({ ...each, statement: "Đã thay" })) },
  ],
  [
    "attendance null",
    { ...sheet, attendance: [{ personId: "p", name: "Hà", duty: "leader", present: true }] },
  ],
  ["said statement", { ...sheet, representative: { ...sheet.representative, statement: "x" } }],
  ["shown scoreHundredths", sheet, { ...shown, scoreHundredths: 8930 }],
  ["shown gradeCode", sheet, { ...shown, gradeCode: "weak" }],
  ...Object.entries({ severity: "major", evidence: "x", scope: "x", dueOn: null, reference: "Số 12" }).map(
    ([field, value]): [string, MinutesSheet] => [
      "findings D.2",
      { ...sheet, findings: sheet.findings.map((each) => ({ ...each, [field]: value })) },
    ],
  ),
];

const missing = (now: MinutesDraft) =>
  (["representative", "second", "secretary", "leader"] as const).filter((each) => isMissing(now, each));

const saidOf = ({ changedSince }: MinutesDraft): string[] | undefined =>
  changedSince?.map(({ part, of }) => `${part} ${of ?? "null"}`);

describe("a signature", () => {
  it.each(changes)("is gone where %s is no longer as it was, and says so", (name, now, result = shown) => {
    const after = standing(bySome, signedText(now, result));
    expect(isSigned(after)).toBe(false);
    const said = saidOf(after);
    expect(said?.map((each) => each.split(" ")[0])).toContain(name.split(" ")[0]);
    if (!name.endsWith("null")) expect(said).toEqual([name]);
    expect(after).toMatchObject({ findings: draft.findings, representative: { name: "Bình" } });
  });

  it("stays where nothing has changed, whoever else signs", () => {
    expect(standing(bySome, signedText(structuredClone(sheet), { ...shown }))).toBe(bySome);
    const signatories = bySome.signatories ?? [];
    const withAll = { ...sheet, signatories, representative: bySome.representative };
    expect(
      signedText({ ...withAll, representative: { ...withAll.representative, opinion: "agrees" } }, shown),
    ).toBe(text);
    expect(bySome.signatories?.map(({ signature }) => signature.kind)).toEqual(["none", "typed"]);
  });

  it("does not come back with the words it stood under", () => {
    const other = signedText({ ...sheet, conclusion: "khác" }, shown);
    expect(isSigned(standing(standing(bySome, other), text))).toBe(false);
  });

  it("of before texts were kept stands under nothing, and is gone", () => {
    const old: MinutesDraft = { ...draft, representative: { ...draft.representative, signature: drawn } };
    expect(standing(old, text)).toMatchObject({ changedSince: [], representative: { signature: none } });
  });

  it("given anew binds to the new text, and takes the others' over the old one away", () => {
    const other = signedText({ ...sheet, conclusion: "khác" }, shown);
    const again = signed(bySome, other, "leader", drawn);
    expect(again).toMatchObject({ signedOver: other, representative: { signature: none } });
    expect(again.changedSince).toBeUndefined();
    expect(standing(again, other)).toBe(again);
  });

  it("taken back leaves nothing behind once nobody has signed", () => {
    const one = signed(bySome, text, "representative", none);
    expect(one.signedOver).toBe(text);
    expect(signed(one, text, "leader", none).signedOver).toBeUndefined();
  });

  it("belongs to its name and title: under others that one is gone, and nobody else's", () => {
    const renamed = named(bySome, "leader", { name: "Hạ", title: "" });
    expect(renamed).toMatchObject({ representative: { signature: drawn } });
    expect(renamed.signatories?.find(({ part }) => part === "leader")?.signature).toEqual(none);
    expect(named(bySome, "leader", { name: "Hà", title: "" })).toEqual(bySome);
    expect(named(draft, "second", { name: "Chi", title: "" }).signatories).toHaveLength(3);
  });

  it("that was taken off is asked for again, with the opinion it stood under, until the hand or paper answers", () => {
    const other = signedText({ ...sheet, conclusion: "khác" }, shown);
    const cleared = standing(bySome, other);
    expect(cleared.representative.opinion).toBeNull();
    expect(missing(bySome)).toEqual([]);
    expect(missing(cleared)).toEqual(["representative", "leader"]);
    const again = signed(cleared, other, "representative", drawn);
    expect(missing(again)).toEqual(["leader"]);
    expect(missing(signed(again, other, "representative", none))).toEqual(["representative", "leader"]);
    expect(missing(byHand(again, other, "leader", true))).toEqual([]);
    expect(missing(byHand(byHand(again, other, "leader", true), other, "leader", false))).toEqual(["leader"]);
    expect(missing(signed(again, other, "leader", { kind: "typed" }))).toEqual([]);
    expect(byHand(bySome, text, "leader", true).signatories?.[1]?.signature).toEqual(none);
    expect(signed(byHand(bySome, text, "leader", true), text, "leader", drawn).byHand).toEqual([]);
  });

  it("is asked for again under another name, and from nobody who is not named any more", () => {
    expect(missing(named(bySome, "leader", { name: "Hạ", title: "" }))).toEqual(["leader"]);
    expect(missing(named(bySome, "leader", { name: " ", title: "" }))).toEqual([]);
  });

  it("leaves the opinion alone where the agency itself says something else", () => {
    const said = { ...sheet, representative: { ...sheet.representative, opinion: "dissents" as const } };
    const now: MinutesDraft = {
      ...bySome,
      representative: { ...bySome.representative, opinion: "dissents" },
    };
    expect(standing(now, signedText(said, shown)).representative.opinion).toBe("dissents");
  });
});

describe("whatever is sealed", () => {
  const word = fc.string({ minLength: 1, maxLength: 6 });
  const answers = fc.dictionary(
    fc.constantFrom("A.1", "D.1", "D.2", "L.4"),
    fc.record({ outcome: fc.constantFrom("conforming" as const, "partly" as const), note: word }),
  );
  const sheets = fc
    .record({ answers, conclusion: word, name: word })
    .map(({ answers, conclusion, name }): MinutesSheet => ({
      ...sheet,
      ...{ answers, conclusion, representative: { ...sheet.representative, name } },
    }));

  it("clears a signature exactly when it is another text, and then there is a name for what changed", () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        const over = signed(draft, signedText(one, shown), "representative", drawn);
        const after = standing(over, signedText(other, shown));
        const isSame = minutesText(one) === minutesText(other);
        expect(isSigned(after)).toBe(isSame);
        expect((after.changedSince ?? []).length > 0).toBe(!isSame);
      }),
    );
  });

  it("has to be read again where what was found is another; not for what the agency says of it", () => {
    const read = { ...draft, readOver: readText(sheet, shown) };
    for (const [name, now, result = shown] of changes)
      expect(isRead(read, readText(now, result)), name).toBe(name.startsWith("said"));
  });

  it("is asked about anew once another text has been read, though nobody had signed", () => {
    const once = read(draft, "one");
    expect(once).toEqual({ ...draft, readOver: "one" });
    expect(read(once, "one")).toEqual(once);
    expect(read(once, "other").representative.opinion).toBeNull();
    const away = { ...once, representative: { ...once.representative, opinion: "absent" as const } };
    expect(read(away, "other").representative.opinion).toBe("absent");
  });

  it("has something that differs wherever two texts do", () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        const [a, b] = [readText(one, shown), readText(other, shown)];
        expect(differences(a, b).length > 0).toBe(a !== b);
      }),
    );
  });
});
