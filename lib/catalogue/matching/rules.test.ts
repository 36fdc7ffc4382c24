import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { candidates, nameKey } from "@/lib/catalogue/matching/rules";

const name = "Đăng ký thành lập hộ kinh doanh";
const entry = (written: string, id = written) => ({ id, name: written });

describe("the key of a name", () => {
  it.each([
    ["Thủ tục đăng ký thành lập hộ kinh doanh"],
    ["Trình tự, thủ tục đăng ký thành lập hộ kinh doanh."],
    ["THỦ TỤC HÀNH CHÍNH: ĐĂNG KÝ THÀNH LẬP HỘ KINH DOANH"],
    ["Đăng\u00a0ký  thành lập\nhộ kinh doanh"],
    [name.normalize("NFD")],
  ])("is the same for %s", (other) => {
    expect(nameKey(other)).toBe(nameKey(name));
  });

  it.each([
    ["Hòa giải ở cơ sở", "Hoà giải ở cơ sở"],
    ["Xóa đăng ký thuế", "Xoá đăng ký thuế"],
    ["Hủy, ủy quyền, thủy lợi", "Huỷ, uỷ quyền, thuỷ lợi"],
    ["Khỏe", "Khoẻ"],
  ])("is the same wherever the tone mark stands: %s", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ["Cấp lại thẻ", "Cấp lái thẻ"],
    ["Quý hai", "Quỷ hai"],
    ["Họa", "Hòa"],
    ["Đo đất", "Do đất"],
  ])("tells %s from %s", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it("keeps a name that is nothing but the word for one", () => {
    expect(nameKey("Thủ tục")).toBe("thủ tục");
  });

  it("is the same for any name in capitals, with words and signs about it", () => {
    const words = fc.array(fc.constantFrom("đăng", "ký", "cấp", "lại", "thẻ", "khuỷu", "hoà"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (each) => {
        const key = nameKey(each.join(" "));
        expect(nameKey(`Thủ tục: ${each.join("  ").toUpperCase()}.`)).toBe(key);
        expect(nameKey(each.join(", ").normalize("NFD"))).toBe(key);
      }),
    );
  });
});

describe("the procedures that a name may mean", () => {
  const catalogue = [
    entry("Đăng ký thay đổi hộ kinh doanh"),
    entry("Dang ky thanh lap ho kinh doanh"),
    entry("Đăng ký thành lập hộ kinh doanh trực tuyến"),
    entry("Thủ tục đăng ký thành lập hộ kinh doanh"),
    entry("Cấp giấy phép xây dựng"),
  ];

  it("come with the same name first, then the likest", () => {
    expect(candidates(name, catalogue).map(({ id }) => id)).toEqual([
      "Thủ tục đăng ký thành lập hộ kinh doanh",
      "Dang ky thanh lap ho kinh doanh",
    ]);
  });

  it("are at most five, in the catalogue's order where they are alike", () => {
    const many = Array.from({ length: 8 }, (_, n) => entry(name, `${n}`));
    expect(candidates(name, many).map(({ id }) => id)).toEqual(["0", "1", "2", "3", "4"]);
  });

  it.each(["", " - ", "Xóa đăng ký"])("are none for %j", (text) => {
    expect(candidates(text, catalogue)).toEqual([]);
  });

  it("always share their words, and come the same twice", () => {
    const word = fc.constantFrom("đăng", "ký", "cấp", "lại", "thẻ", "hộ", "khai", "sinh");
    const names = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 12 }), (text, all) => {
        const found = candidates(
          text,
          all.map((each) => entry(each)),
        );
        expect(found.length).toBeLessThanOrEqual(5);
        expect(
          candidates(
            text,
            all.map((each) => entry(each)),
          ),
        ).toEqual(found);
        expect(all.includes(text) ? found[0]?.name : text).toBe(text);
      }),
    );
  });
});
