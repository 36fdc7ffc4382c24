import type { Signatory, SigningAuthority } from "@/lib/reports/signatories/types";

/** What stands before the title of whose authority it is, as Nghị định 30/2020/NĐ-CP writes it. */
const marks = {
  own: "",
  acting: "Q. ",
  collective: "TM. ",
  in_place: "KT. ",
  by_order: "TL. ",
  by_authorisation: "TUQ. ",
} satisfies Record<SigningAuthority, string>;

const capitals = (text: string): string => text.toLocaleUpperCase("vi");

/** The lines above a signature: "GIÁM ĐỐC"; "KT. GIÁM ĐỐC" above "PHÓ GIÁM ĐỐC". */
export const titleLines = ({
  authority,
  principal,
  title,
}: Pick<Signatory, "authority" | "principal" | "title">): string[] =>
  principal === ""
    ? [`${marks[authority]}${capitals(title)}`]
    : [`${marks[authority]}${capitals(principal)}`, capitals(title)];

/** How a list to choose from names them: "KT. Giám đốc, Phó Giám đốc Lê Văn An". */
export const signatoryLabel = ({ authority, principal, title, name }: Signatory): string =>
  principal === ""
    ? `${marks[authority]}${title} ${name}`
    : `${marks[authority]}${principal}, ${title} ${name}`;

/** Who was chosen, or the first; null while nobody is recorded. */
export const chosen = (signatories: readonly Signatory[], id: string | null): Signatory | null =>
  signatories.find((each) => each.id === id) ?? signatories[0] ?? null;
