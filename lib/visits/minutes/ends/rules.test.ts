import { expect, it } from "vitest";

import { minutesRecipients } from "@/lib/visits/minutes/ends/rules";

it("sends minutes to an agency once, though it is the one that sent the team", () => {
  const lead = "Sở Khoa học và Công nghệ";
  expect(minutesRecipients(lead, lead)).toEqual([lead, "Lưu: VT, hồ sơ kiểm tra"]);
  expect(minutesRecipients("Sở Nội vụ", lead)).toHaveLength(3);
});
