/** The parts of a visit's minutes in their order: their headings, their numbers and whatever refers to them come from here. */
export const minutesParts = [
  "attendance",
  "general",
  "results",
  "findings",
  "earlier",
  "opinion",
  "conclusion",
] as const;
export type MinutesPart = (typeof minutesParts)[number];

/** Those of drafts and of minutes signed before their text was sealed with them. */
export const composedParts = minutesParts.filter((part) => part !== "earlier");

export const partTitles = {
  attendance: "THÀNH PHẦN THAM DỰ",
  general: "THÔNG TIN CHUNG",
  results: "NỘI DUNG VÀ KẾT QUẢ KIỂM TRA",
  findings: "CÁC ĐIỂM TỒN TẠI",
  earlier: "KHẮC PHỤC TỒN TẠI CỦA NHỮNG LẦN KIỂM TRA TRƯỚC",
  opinion: "Ý KIẾN CỦA CƠ QUAN ĐƯỢC KIỂM TRA",
  conclusion: "KẾT LUẬN, KIẾN NGHỊ",
} as const satisfies Record<MinutesPart, string>;

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The number of a part or an annex, counted from nought, as papers write it. */
export const roman = (index: number): string => romans[index] ?? String(index + 1);

/** What annexes are called: by number where there are several. */
export const annexName = (index: number, count: number): string =>
  count === 1 ? "Phụ lục" : `Phụ lục ${roman(index)}`;

/** What refers to a part: "mục IV" of parts in which it is the fourth. */
export const partName = <Part extends string>(part: NoInfer<Part>, parts: readonly Part[]): string =>
  `mục ${roman(parts.indexOf(part))}`;

type Blocks = readonly ({ kind: "heading"; text: string } | { kind: string })[];

/** The same of a text that is sealed, as its own headings count it; null where it has no such part. */
export function partNameIn(body: Blocks, part: MinutesPart): string | null {
  const titles = body.flatMap((block) => (block.kind === "heading" && "text" in block ? [block.text] : []));
  return titles.includes(partTitles[part]) ? partName(partTitles[part], titles) : null;
}
