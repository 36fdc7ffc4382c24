import { teamSignerName, teamTitle, thereAndAway } from "@/lib/visits/minutes/rules";
import type { Attendance, Member, Opinion, Signatory, Signature } from "@/lib/visits/minutes/types";
import { room } from "@/lib/kernel/sentences";

/** The team that visits numbers its minutes in a series of its own. */
const team = { name: "ĐOÀN KIỂM TRA", symbol: "ĐKT" } as const;

export type MinutesHead = { parent: string; agency: string; number: string };

/** What stands above minutes, on the agency's copy as in Word: who sent the team, the team, and room for its number. */
export const minutesHead = (lead: string, number: number | null): MinutesHead => ({
  parent: lead.toLocaleUpperCase("vi"),
  agency: team.name,
  number: `Số: ${number === null ? room : String(number).padStart(2, "0")}/BB-${team.symbol}`,
});

/** Who gets minutes: each once, the lead agency too where it is visited itself. */
export const minutesRecipients = (agency: string, lead: string): string[] => [
  ...new Set([agency, lead, "Lưu: VT, hồ sơ kiểm tra"]),
];

/** Who signs minutes, and how they did; the name is null where nobody knows it yet. */
export type MinutesSigner = {
  title: readonly string[];
  name: string | null;
  signature: Signature;
  /** Who signs below, for the same side. */
  second?: MinutesSigner;
};

type Signed = {
  representative: { opinion: Opinion; name: string; signature: Signature };
  signatories: readonly Signatory[];
};

const none: Signature = { kind: "none" };

/** The agency, with whoever signs below for it; the secretary; who signs for the team. Null: nobody has signed yet. */
export function minutesSigners(
  planned: readonly Member[],
  attendance: Attendance | undefined,
  signed: Signed | null,
): MinutesSigner[] {
  const { there } = thereAndAway(planned, attendance);
  const { representative, signatories = [] } = signed ?? {};
  const ofTeam = (part: "secretary" | "leader", title: string[], known: string | null): MinutesSigner => {
    const signer = signatories.find((each) => each.part === part);
    return { title, name: signer?.name ?? known, signature: signer?.signature ?? none };
  };
  const second = signatories.find(({ part }) => part === "second");
  return [
    {
      title: ["ĐẠI DIỆN CƠ QUAN", "ĐƯỢC KIỂM TRA"],
      name: (representative?.opinion !== "absent" && representative?.name) || null,
      signature: representative?.signature ?? none,
      ...(second && {
        second: {
          title: ["NGƯỜI KÝ THỨ HAI", "CỦA CƠ QUAN"],
          ...{ name: second.name, signature: second.signature },
        },
      }),
    },
    ofTeam("secretary", ["THƯ KÝ"], there.find(({ duty }) => duty === "secretary")?.name ?? null),
    ofTeam("leader", teamTitle(there), teamSignerName(there)),
  ];
}

/** Said where a name was typed in the place of a hand. */
export const typedMark = "(họ tên ghi thay chữ ký)";
