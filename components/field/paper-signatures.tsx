import { Drawn } from "@/components/field/signatures";
import { vietnamese } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import { teamSignerName, teamTitle, thereAndAway } from "@/lib/audits/minutes/rules";
import type { MinutesSheet, Signature } from "@/lib/audits/minutes/types";

/** Minutes are a Vietnamese paper, whatever language the app speaks. */
const words = vietnamese;

type Said = { visit: PackedVisit; sheet: MinutesSheet };

type Block = { title: string; name: string; signature: Signature };

/** Who signs, the agency first; the leader last, on the right. Without a signature there is room to give one by hand. */
function blocksOf({ visit, sheet }: Said): Block[] {
  const { representative, signatories = [] } = sheet;
  const none: Signature = { kind: "none" };
  const member = (duty: "secretary" | "leader"): Block => {
    const signed = signatories.find(({ part }) => part === duty);
    const { there } = thereAndAway(visit.team, sheet.attendance);
    const known =
      (duty === "leader" ? teamSignerName(there) : there.find((each) => each.duty === duty)?.name) ?? "";
    return {
      title: duty === "leader" ? teamTitle(there).join("\n") : "THƯ KÝ",
      name: signed?.name ?? known,
      signature: signed?.signature ?? none,
    };
  };
  const second = signatories.find(({ part }) => part === "second");
  return [
    { ...representative, title: "ĐẠI DIỆN CƠ QUAN ĐƯỢC KIỂM TRA" },
    ...(second ? [{ ...second, title: "NGƯỜI KÝ THỨ HAI CỦA CƠ QUAN" }] : []),
    member("secretary"),
    member("leader"),
  ].map(({ title, name, signature }) => ({ title, name, signature }));
}

/** Room for each hand, with what was drawn on the device. */
export function PaperSignatures(said: Said) {
  return (
    <div className="paper-signatures">
      {blocksOf(said).map(({ title, name, signature }) => (
        <div key={title}>
          <strong className="prose">{title}</strong>
          <div className="paper-signature">
            <Drawn signature={signature} name={name} words={words} />
            {signature.kind === "typed" && <em>(họ tên ghi thay chữ ký)</em>}
          </div>
          <strong>{name}</strong>
        </div>
      ))}
    </div>
  );
}
