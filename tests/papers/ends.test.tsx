import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { Paper } from "@/components/field/paper";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { sealedWith } from "@/lib/visits/wording/rules";
import { keptMinutesOf } from "@/lib/reports/documents/kept-minutes";
import { minutesOf } from "@/lib/reports/documents/minutes";
import type { Signature } from "@/lib/reports/documents/model";
import { unregistered } from "@/lib/reports/rules";
import * as sample from "./sample";
import { frame, sheet, visit } from "./whole-visit";

const fingerprint = "f".repeat(64);

const linesOf = (markup: string): string[] =>
  markup
    .replace(/<[^>]*>/g, "\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What a signature says, from its title to its name. */
const saidBy = ({ title, name, typed, second }: Signature): string[] => [
  ...title,
  ...(typed ? ["(họ tên ghi thay chữ ký)"] : []),
  ...(name === null ? [] : [name]),
  ...(second ? saidBy(second) : []),
];

/** What stands around the text: on the agency's copy, and in Word. */
function endsOf(said: MinutesSheet): { copy: string[]; word: string[]; kept: string[] } {
  const sealed = sealedWith({ visit, frame }, said);
  const markup = renderToStaticMarkup(
    <Paper
      visit={{ ...visit, frame }}
      sheet={sealed}
      words={{ ...sealed.words, bases: [], body: [] }}
      sealed={null}
      illustrative={false}
      now={new Date(0)}
      offset={undefined}
    />,
  );
  const common = { office: sample.office, registration: unregistered, illustrative: false, photos: [] };
  const paper = minutesOf({
    ...{ visit, holders: [], positions: {}, adoption: sample.adoption, programme: null, ...common },
    minutes: {
      ...{ ...sample.minutes, ...said.representative, representativeName: said.representative.name },
      ...{
        signatories: said.signatories ?? [],
        signed: { attendance: said.attendance, words: sealed.words },
      },
    },
  });
  const kept = keptMinutesOf({
    ...{ visit, sheet: sealed, fingerprint, receiptNo: "000009", receivedAt: new Date(0), ...common },
    ...{ recordedAt: new Date(0), clockFast: null },
    ...{ why: "late", problem: "", beside: "earlier" },
  });
  const copy = linesOf(markup);
  const head = copy.indexOf("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
  const foot = copy.indexOf("ĐẠI DIỆN CƠ QUAN");
  return {
    copy: [
      ...copy.slice(head, head + 3),
      ...copy.slice(
        foot,
        copy.findIndex((line) => line.startsWith("Bản in")),
      ),
    ],
    word: [
      ...[paper.letterhead.parent, paper.letterhead.agency, paper.letterhead.number],
      ...paper.signatures.flatMap((each, index) => [
        ...saidBy(each),
        ...(index === 0
          ? [
              "Nơi nhận:",
              ...paper.recipients.map((to, n) => `- ${to}${n === paper.recipients.length - 1 ? "." : ";"}`),
            ]
          : []),
      ]),
    ],
    kept: kept.signatures.flatMap(saidBy),
  };
}

describe("head and feet of minutes", () => {
  const signed = {
    "who signed with their names": sheet,
    "nobody of the agency there": {
      ...sheet,
      representative: {
        ...sheet.representative,
        opinion: "absent" as const,
        name: "",
        signature: { kind: "none" as const },
      },
      signatories: [],
    },
    "a drawn hand": {
      ...sheet,
      representative: { ...sheet.representative, signature: { kind: "drawn" as const, path: "M0 0 L9 9" } },
    },
  };

  it.each(Object.entries(signed))("say in the agency's copy what Word says: %s", (_name, said) => {
    const { copy, word, kept } = endsOf(said);
    expect(copy).toEqual(word);
    expect(kept).toEqual(word.filter((line) => kept.includes(line)).slice(0, kept.length));
  });

  it("name who sent the team, its number, who signs second by that title, and who gets the paper", () => {
    const { word } = endsOf(sheet);
    expect(word.slice(0, 2)).toEqual(["SỞ KHOA HỌC VÀ CÔNG NGHỆ", "ĐOÀN KIỂM TRA"]);
    for (const line of ["NGƯỜI KÝ THỨ HAI", "Đỗ Minh Khánh", "- Lưu: VT, hồ sơ kiểm tra."])
      expect(word).toContain(line);
  });
});
