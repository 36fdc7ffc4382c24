import { describe, expect, it } from "vitest";

import { accountName, networkOf, passwordFault } from "@/lib/identity/rules";

describe("a network", () => {
  it.each([
    ["203.0.113.9", "203.0.113.0/24"],
    ["::ffff:203.0.113.9", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("account names", () => {
  it("are compared after width and case are folded", () => {
    expect(accountName(" Ｌeader\u0000 ")).toBe("leader");
  });
});

describe("passwords", () => {
  it.each([
    ["ngắn quá", "password-too-short"],
    ["aaaaaaaaaaaaaa", "password-too-common"],
    ["111111111112", "password-too-common"],
    ["121212121212", "password-too-common"],
    ["Nenep2017nenep", "password-too-common"],
    ["abcabcabcabc", "password-too-common"],
    ["123456 con cò", "password-too-common"],
    ["trà xanh 987654", "password-too-common"],
    ["nắng aaaaaa mưa", "password-too-common"],
    ["AbCdEf bốn mùa", null],
    ["ngày 31/12/2017 ở Ba Tơ", null],
    ["buổi sáng 12345", null],
    ["Password2026!!", "password-too-common"],
    ["nenep-demo-nenep", "password-too-common"],
    ["xin chao ducpho.iso", "password-has-name"],
    ["DứcPhổ-ISO 2017", "password-has-name"],
    ["ducphoiso2017", "password-has-name"],
    ["trà xanh buổi sáng", null],
  ])("%s: %s", (password, fault) => {
    expect(passwordFault(password, "ducpho.iso")).toBe(fault);
  });

  const agencies = ["UBND huyện Mộ Đức", "ubnd-mo-duc", "Mộ Đức", "SNV", "Sở Nội vụ", "Quảng Ngãi"];
  it.each([
    ["UBND huyện Mộ Đức 2017", "password-has-agency"],
    ["ubndhuyenmoduc2017", "password-has-agency"],
    ["ubnd-mo-duc-2026", "password-has-agency"],
    ["MoDuc!!2026!!", "password-has-agency"],
    ["snv2017snv!!x", "password-has-agency"],
    ["SNV @ 2026 @ SNV", "password-has-agency"],
    ["Sở Nội Vụ 1975", "password-has-agency"],
    ["Tỉnh Quảng Ngãi", "password-too-common"],
    ["Nề Nếp mỗi ngày", "password-too-common"],
    ["chim én sang nvidia", null],
    ["mười đức tính xưa", null],
  ])("of who works for an agency: %s: %s", (password, fault) => {
    expect(passwordFault(password, "pham.minh.duc", agencies)).toBe(fault);
  });
});
