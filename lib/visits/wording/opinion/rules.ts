import type { Opinion, Representative } from "@/lib/visits/minutes/types";
import { sentence } from "@/lib/kernel/sentences";

/** Who speaks for the agency in a sentence: by name, where one was given. */
const speakerOf = (name: string): string => name.trim() || "Đại diện cơ quan được kiểm tra";

/** What the agency says of a text, in its own words. */
export function opinionSaid(
  { opinion, name, statement }: Pick<Representative, "opinion" | "name" | "statement">,
  of: string,
): string[] {
  const speaker = speakerOf(name);
  const isSilent = statement.trim() === "";
  const opened = {
    agrees: `${speaker} đồng ý với ${of}.`,
    dissents: isSilent
      ? `${speaker} không đồng ý với ${of}, có ý kiến ghi ở từng điểm tồn tại.`
      : `${speaker} không đồng ý với ${of} và nêu ý kiến như sau:`,
    absent: `Không có đại diện cơ quan được kiểm tra nêu ý kiến về ${of} khi chốt.`,
  } satisfies Record<Opinion, string>;
  return [opened[opinion], ...(isSilent ? [] : [sentence(statement)])];
}
