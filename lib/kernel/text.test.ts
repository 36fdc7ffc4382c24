import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  beginning,
  clean,
  codeKey,
  codeText,
  compareVietnamese,
  oneLine,
  searchKey,
  printable,
} from "@/lib/kernel/text";

describe("search key", () => {
  it.each([
    ["Đắk Lắk", "dak lak"],
    ["Đắk Lắk".normalize("NFD"), "dak lak"],
    ["ĐẮK LẮK", "dak lak"],
    ["Hòa", "hoa"],
    ["Hoà", "hoa"],
    ["thuỷ", "thuy"],
    ["thủy", "thuy"],
    ["UBND thành phố Quảng Ngãi", "ubnd thanh pho quang ngai"],
    ["Ia H'Drai", "ia h drai"],
    ["Ia H’Drai", "ia h drai"],
    ["Ðức Phổ", "duc pho"],
    ["Trần\u200b Văn\u00ad Vinh", "tran van vinh"],
    ["Ｔｒầｎ", "tran"],
    ["Sở Lao động - Thương binh và Xã hội", "so lao dong thuong binh va xa hoi"],
  ])("of %s is %s", (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it("is the same for composed and decomposed text, and for itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(searchKey(text.normalize("NFD"))).toBe(searchKey(text.normalize("NFC")));
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });
});

describe("Vietnamese order", () => {
  it("puts the letters and tones where a dictionary does", () => {
    const order = "da đa đá e ê ma mà mả mã má mạ mă mâ o ô ơ u ư".split(" ");
    expect([...order].reverse().sort(compareVietnamese)).toEqual(order);
  });
});

/** What no XML may hold, or no keyboard writes, or no database keeps. */
const forbidden = [
  ...["\u0000", "\u0007", "\u001f", "\u007f", "\u0080", "\u009f", "\ud800", "\udfff"],
  ...["\ufffe", "\uffff", "\ufdd0", "\ufdef", "\u{1fffe}", "\u{10ffff}"],
];

/** What ends a line somewhere. */
const lineEnds = ["\r\n", "\r", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029"];

/** What stands for a letter and shows nothing. */
const unseen = [
  ...["\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e"],
  ...["\u202e", "\u2060", "\u2066", "\u2069", "\u3164", "\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\u{e0041}"],
];

/** Spaces of all kinds. */
const spaces = [" ", "\t", "\n", "\u00a0", "\u2003", "\u2007", "\u202f", "\u205f", "\u2800", "\u3000"];

/** Texts made of what is hardest. */
const nasty = fc
  .array(
    fc.constantFrom(
      ...forbidden,
      ...lineEnds,
      ...unseen,
      ...spaces,
      "a",
      "Đ",
      "e",
      "\u0301",
      "\u0323",
      "👩‍⚖️",
      "-",
    ),
    { maxLength: 30 },
  )
  .map((signs) => signs.join(""));

describe("cleaning", () => {
  it("composes, trims, unifies line ends and drops control characters", () => {
    expect(clean(" Đắk\r\nLắk\u0000\u0007 ".normalize("NFD"))).toBe("Đắk\nLắk");
    expect(clean("e\u0001\u0301 \ud800")).toBe("é");
  });

  it.each(forbidden)("drops %j, which breaks a paper or names nothing", (sign) => {
    expect(clean(`trước${sign}sau`)).toBe("trướcsau");
    expect(oneLine(`trước${sign}sau`)).toBe("trướcsau");
    expect(printable(`trước${sign}sau`)).toBe("trướcsau");
  });

  it.each(["\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069"])(
    "drops %j, after which letters would be read in another order than they are stored",
    (sign) => {
      expect(clean(`hồ sơ ${sign}vil`)).toBe("hồ sơ vil");
      expect(oneLine(`hồ sơ ${sign}vil`)).toBe("hồ sơ vil");
    },
  );

  it.each(lineEnds)("breaks a line at %j", (end) => {
    expect(clean(`một${end}hai`)).toBe("một\nhai");
    expect(oneLine(`một${end}hai`)).toBe("một hai");
    expect(printable(`một${end}hai`)).toBe("một\nhai");
  });

  it.each([...unseen, ...spaces, ...lineEnds, ...forbidden, "\u200b \u3164\n\u2800", "\ufffc"])(
    "takes %j for nothing",
    (text) => {
      expect(clean(text)).toBe("");
      expect(oneLine(text)).toBe("");
      expect(codeText(text)).toBe("");
    },
  );

  it("keeps families, flags and what people write in free text", () => {
    const said = "👩‍⚖️ ghi:\n\t“m² – ½”";
    expect(clean(said)).toBe(said);
  });

  it("comes to the same a second time, whatever came", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const form of [printable, clean, oneLine, codeText]) expect(form(form(text))).toBe(form(text));
        for (const form of [oneLine, codeText]) expect(form(clean(text))).toBe(form(text));
      }),
    );
  });
});

describe("a name", () => {
  it.each(unseen)("loses %j within", (sign) => {
    expect(oneLine(`Trần${sign}Văn Vinh`)).toBe("TrầnVăn Vinh");
  });

  it.each(spaces)("has one plain space for %j", (space) => {
    expect(oneLine(`Trần${space}${space}Văn Vinh`)).toBe("Trần Văn Vinh");
  });

  it("is the same whether anything in it had to be looked after or not", () => {
    const words = fc.string({ unit: fc.constantFrom(..."aZ9đĐạữǺ-(,ếỹ  ") });
    fc.assert(
      fc.property(words, (text) => {
        expect(oneLine(text)).toBe(oneLine(`\u200b${text}`));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps its letters, units and fractions as they are", () => {
    expect(oneLine("Nhà kho 500 m² (½ tầng 2) – “A”")).toBe("Nhà kho 500 m² (½ tầng 2) – “A”");
  });
});

describe("a code", () => {
  it.each([
    ..."\u2010 \u2011 \u2012 \u2013 \u2014 \u2212 \ufe58 \ufe63 \uff0d \u2043 \u02d7 \u058a"
      .split(" ")
      .map((dash) => `QT${dash}03`),
    ...[
      "ＱＴ－０３",
      "QT-03\u00a0",
      "QT\u200b-03",
      "\u202eQT-03",
      "\u2066QT-03\u2069",
      " QT-03",
      "QТ-03",
      "QΤ-03",
    ],
    ...["QT - 03", "QT -03"],
  ])("%j is QT-03", (written) => {
    expect(codeText(written)).toBe("QT-03");
  });

  it.each([
    ["123/QÐ-UBND", "123/QĐ-UBND"],
    ["123⁄QĐ–UBND", "123/QĐ-UBND"],
    ["Số  12 / 2017", "Số 12/2017"],
    ["BM.QT-03.01", "BM.QT-03.01"],
    ["HS-D\u0335T", "HS-ĐT"],
    ["HS-d\u0336t", "HS-đt"],
    ["HS-Đ\u0300T", "HS-ĐT"],
    ["QT-03\u0301", "QT-03"],
    ["Q\u0336T\u20dd-03", "QT-03"],
    ["HS-ĐẤT".normalize("NFD"), "HS-ĐẤT"],
    ["QT-ТИ\u0306", "QT-TЙ"],
  ])("%j is %j", (written, code) => {
    expect(codeText(written)).toBe(code);
  });

  it("is one whether in capitals or not", () => {
    expect(codeKey("qt–03")).toBe(codeKey("QT‑03"));
    expect(codeKey("QT-03")).not.toBe(codeKey("QT-30"));
  });

  it.each([
    ["QT-O3", "QT-03"],
    ["QT-1o", "QT-10"],
    ["HS-ŦN", "HS-TN"],
    ["hs-ŧn", "HS-TN"],
  ])("%j is taken for %j, and neither is written as the other", (one, other) => {
    expect(codeKey(one)).toBe(codeKey(other));
    expect(codeText(one)).not.toBe(codeText(other));
  });

  it.each([
    ["QT-ĐT", "QT-DT"],
    ["BM-SO", "BM-S0"],
  ])("%j is not %j: people tell them apart, or nothing says which is meant", (one, other) => {
    expect(codeKey(one)).not.toBe(codeKey(other));
  });
});

describe("the beginning of a text", () => {
  it("is cut between whole letters", () => {
    expect(beginning("Đắk", 2)).toBe("Đắ");
    expect(beginning("a👩‍⚖️b", 3)).toBe("a");
    expect(beginning("ngắn", 10)).toBe("ngắn");
  });
});
