import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clean, compareVietnamese, looksLegacy, searchKey } from "@/lib/kernel/text";

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

describe("cleaning", () => {
  it("composes, trims, unifies line ends and drops control characters", () => {
    expect(clean(" Đắk\r\nLắk\u0000\u0007 ".normalize("NFD"))).toBe("Đắk\nLắk");
    expect(clean("e\u0001\u0301 \ud800")).toBe("é");
  });
});

describe("legacy fonts", () => {
  it.each(["Së KÕ ho¹ch vµ §Çu t­", "Sôû Keá hoaïch vaø Ñaàu tö", "QuyÕt ®Þnh vÒ viÖc c«ng bè"])(
    "notices %s",
    (text) => {
      expect(looksLegacy(text)).toBe(true);
    },
  );

  it.each([
    "Sở Kế hoạch và Đầu tư",
    "Quyết định về việc công bố hệ thống quản lý chất lượng – §5.2",
    "Ông Besançon đến thăm",
    "100 m² × 2, ½ ngày, “đạt”",
    "Nhiệt độ 25°C ±2",
    "👩‍⚖️ ổn",
  ])("lets %s pass", (text) => {
    expect(looksLegacy(text)).toBe(false);
  });
});
