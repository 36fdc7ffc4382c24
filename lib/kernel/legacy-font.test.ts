import { describe, expect, it } from "vitest";

import { looksLegacy } from "@/lib/kernel/legacy-font";

describe("text typed for an old font", () => {
  it.each([
    ...["Së KÕ ho¹ch vµ §Çu t­", "Sôû Keá hoaïch vaø Ñaàu tö", "QuyÕt ®Þnh vÒ viÖc c«ng bè"],
    ...[
      "Quy tr×nh",
      "Së",
      "quy tr×nh kiÓm so¸t",
      "®iÒu",
      "NguyÔn V¨n An",
      "KÕ ho¹ch",
      "Söa",
      "t×m",
      "H­íng dÉn",
    ],
    ...["Quy trình tr×nh ký", "Sửa đổi Quy tr×nh theo góp ý của đoàn", "UỶ BAN NH¢N D¢N"],
    ...["Quyeát ñònh", "coâng vaên ñeán", "UÛY BAN NHAÂN DAÂN", "Höôùng daãn", "töø ngaøy"],
    ...["Sè: 28 /2003/N§-CP", "Soá: 991/QÑ-UBND", "H§ND", "(§· ký)", "HuyÖn Cao Léc", "Ch¬ng II", "Trêng"],
    "Ban hành kèm theo Quyết định\nQuy tr×nh",
    "ngµy 22/11/2002",
    "§iÒu 1. Ban hµnh",
  ])("is noticed: %s", (text) => {
    expect(looksLegacy(text)).toBe(true);
  });
});

describe("text as it should be", () => {
  it.each([
    ...[
      "Sở Kế hoạch và Đầu tư",
      "Quyết định về việc công bố hệ thống quản lý chất lượng – §5.2",
      "Đạt",
      "đã",
      "Cô",
    ],
    ...[
      "500 m² đến dưới 1.000 m²",
      "m²",
      "25 °C ± 2",
      "50k×50k",
      "100 m² × 2, ½ ngày, “đạt”",
      "0,5 µm",
      "µm",
      "3 × 4",
      "2×3 m",
    ],
    ...[
      "Kích thước a×b",
      "mg/m³",
      "¼ số hồ sơ",
      "§ 5",
      "theo §I và §A",
      "N·m",
      "10 ÷ 15",
      "khổ A4 (210×297)",
      "£5, ¥500, ¢",
    ],
    ...["«Quy trình»", "« Quy trình »", "theo mẫu «BM» và «in mau»", "‹a›", "“Sở”"],
    ...["Windows® của Microsoft®", "Nestlé®", "©2017 Sở Nội vụ", "Nề Nếp™", "©Công ty", "ISO® 9001"],
    ...[
      "café",
      "naïve",
      "Müller",
      "señor",
      "Ångström",
      "résumé",
      "Zürich",
      "São Paulo",
      "El Niño",
      "Curaçao",
      "Noël",
    ],
    ...[
      "garçon",
      "Besançon",
      "crème brûlée",
      "goût",
      "hôtel",
      "à la carte",
      "München",
      "Citroën",
      "Köln",
      "piñata",
      "Malmö",
    ],
    ...[
      "Ông Besançon đến thăm",
      "Ông Loïc đến thăm",
      "Bà Anaïs Lefèvre",
      "Søren Kierkegaard",
      "Øresund",
      "Björk",
    ],
    ...[
      "Krông Nô",
      "Đắk Lắk",
      "Ia H'Drai",
      "Hrê",
      "Brâu",
      "kilômét",
      "ôtô",
      "xêmina",
      "pa-tê",
      "1ª",
      "nº 5",
      "điều khoản¹",
    ],
    ...[
      "mét",
      "sè",
      "tôi",
      "thôi",
      "quý",
      "hoà",
      "hoá",
      "Lý Sơn",
      "Hà Nội",
      "quy­trình",
      "co­operation",
      "· mục một",
      "¶",
    ],
    ...["👩‍⚖️ ổn", "", "ISO 9001:2015", "Ðức Phổ", "Số 12/QÐ-UBND", "Trần Hữu Ích"],
  ])("passes: %s", (text) => {
    expect(looksLegacy(text)).toBe(false);
  });

  it("passes however it is composed", () => {
    expect(looksLegacy("Sở Kế hoạch, cô Hà".normalize("NFD"))).toBe(false);
  });
});
