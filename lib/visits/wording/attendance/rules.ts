import { thereAndAway } from "@/lib/visits/minutes/rules";
import type { Member, MinutesSheet } from "@/lib/visits/minutes/types";
import type { Frame, WordBlock, WordedVisit } from "@/lib/visits/wording/types";
import { inSentence } from "@/lib/kernel/sentences";
import words from "@/messages/vi/audits.json";

type There = {
  visit: Pick<WordedVisit, "team" | "agencyName">;
  sheet: Pick<MinutesSheet, "representative" | "signatories" | "attendance">;
  frame: Pick<Frame, "posts">;
  /** While nobody of the agency has said who they are. */
  isOpen: boolean;
};

const named = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(", ");

/** Who was there: the team, each with what they are and where, and who spoke for the agency. */
export function attendance({ visit, sheet, frame, isOpen }: There): WordBlock[] {
  const { representative, signatories = [] } = sheet;
  const present = [
    ...(representative.opinion === "absent" ? [] : [representative]),
    ...signatories.filter(({ part }) => part === "second"),
  ];
  const { there, away } = thereAndAway(visit.team, sheet.attendance);
  const member = ({ personId, name, duty, signs }: Member, isAway: boolean): WordBlock => {
    const post = frame.posts[personId];
    return {
      kind: "item",
      text: `${named(name, post?.title, post?.organisation)}: ${inSentence(words.duties[duty])}${signs ? ", ký thay trưởng đoàn" : ""}${isAway ? " (vắng mặt)" : ""}.`,
    };
  };
  return [
    { kind: "subheading", text: "Đoàn kiểm tra" },
    ...there.map((each) => member(each, false)),
    ...away.map((each) => member(each, true)),
    { kind: "subheading", text: "Đại diện cơ quan được kiểm tra" },
    ...(isOpen
      ? [{ kind: "room", lines: 2 } as const]
      : present.length === 0
        ? [{ kind: "paragraph", text: "Vắng mặt." } as const]
        : present.map(({ name, title }): WordBlock => ({
            kind: "item",
            text: `${named(name, title, visit.agencyName)}.`,
          }))),
  ];
}
