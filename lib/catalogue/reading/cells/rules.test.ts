import { describe, expect, it } from "vitest";

import { withoutCodes } from "@/lib/catalogue/reading/cells/rules";

describe("a name without what it says of codes", () => {
  it.each([
    ["its own code", "Đăng ký khai sinh (Mã số TTHC: 1.004238)", "Đăng ký khai sinh"],
    ["a code that it replaces", "Đăng ký khai sinh (thay thế TTHC 1.004001)", "Đăng ký khai sinh"],
    ["several, without brackets", "Khai sinh lại; thay thế mã cũ: 1.004002, 1.004003", "Khai sinh lại"],
    ["its own code and an old one", "Khai tử (1.004238) – thay thế 1.004001", "Khai tử"],
    ["the code that replaces it", "Khai tử, được thay thế bằng 1.004238", "Khai tử"],
    [
      "none: the words are the name's own",
      "Đăng ký thay thế người giám hộ",
      "Đăng ký thay thế người giám hộ",
    ],
    ["only its code: the words are its own", "Cấp sổ, thay thế sổ cũ (1.004238)", "Cấp sổ, thay thế sổ cũ"],
  ])("lacks %s", (_, said, name) => {
    expect(withoutCodes(said)).toBe(name);
  });
});
