import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { ISectionOptions, Table } from "docx";

import { annexName } from "@/lib/visits/wording/parts/rules";
import { printable } from "@/lib/kernel/text";
import type { Annex, Paper } from "@/lib/reports/documents/model";
import { blockOf, keptFrom } from "@/lib/reports/render/blocks";
import { columns } from "@/lib/reports/render/columns";
import { letterhead, shareOfRule } from "@/lib/reports/render/letterhead";
import { boldWidth } from "@/lib/reports/render/measure";
import { sizes } from "@/lib/reports/render/sizes";
import { numberingXml } from "@/lib/reports/render/numbering";
import { sectionProperties, textWidth } from "@/lib/reports/render/page";
import { signatureBlock } from "@/lib/reports/render/signatures";
import { stylesXml } from "@/lib/reports/render/styles";
import { gap, line, rule } from "@/lib/reports/render/text";

type Part = Paragraph | Table;

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The parts that are ours to the last word. */
const ownParts = [
  { path: "word/styles.xml", data: stylesXml() },
  { path: "word/numbering.xml", data: numberingXml() },
];

/** A paper of old rows may hold what no XML may: it is dropped here once more, wherever it stands. */
function written<Part>(part: Part): Part {
  if (typeof part === "string") return printable(part) as Part;
  if (Array.isArray(part)) return part.map(written) as Part;
  if (typeof part !== "object" || part === null || part instanceof Uint8Array) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, written(value as unknown)]),
  ) as Part;
}

/** The paper as a Word file, by the measures of Nghị định 30/2020/NĐ-CP, appendix I. */
export async function renderDocx(said: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const paper = written(said);
  const author = paper.letterhead.agency;
  const document = new Document({
    title: paper.fileName,
    creator: author,
    lastModifiedBy: author,
    sections: [
      sectionOf(mainParts(paper), false, paper.marks),
      ...paper.annexes.map((annex, index) =>
        sectionOf(annexParts(annex, index, paper.annexes.length), annex.landscape, paper.marks),
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, ownParts));
}

const mainParts = (paper: Paper): Part[] => {
  const width = textWidth(false);
  const kept = keptFrom(paper.body);
  return [
    ...letterhead(paper.letterhead),
    ...titleParts(paper.title),
    ...addresseeParts(paper.addressees),
    ...baseParts(paper.bases),
    ...paper.body.flatMap((block, index) => blockOf(block, width, index >= kept)),
    ...endParts(paper, width),
  ];
};

/**
 * Who signs, and what stands below: in one frame, so that no end of a page comes between them. A section ends in a paragraph: one
 * of the usual height would begin an empty page where the one before is full.
 */
function endParts({ signatures, recipients, closing }: Paper, width: number): Part[] {
  const signed = signatureBlock(signatures, recipients);
  const below = closing.flatMap((block) => blockOf(block, width));
  return closing.length === 0
    ? [...signed, gap()]
    : [columns([{ width, children: [...signed, rule(width, width, 4), ...below] }]), gap()];
}

function titleParts({ kind, subject }: Paper["title"]): Part[] {
  const width = textWidth(false);
  const longest = Math.max(...subject.map((each) => Math.min(width, boldWidth(each, sizes.title))));
  return [
    line(kind, "Title"),
    ...subject.map((each) => line(each, "Subtitle")),
    rule(longest * shareOfRule, width, 12),
  ];
}

function addresseeParts(addressees: readonly string[]): Part[] {
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  if (others.length === 0) return [line(`Kính gửi: ${only}.`, "Addressee")];
  return [
    line("Kính gửi:", "Addressee"),
    ...addressees.map((each, index) =>
      line(`- ${each}${index === addressees.length - 1 ? "." : ";"}`, "Addressee"),
    ),
  ];
}

const baseParts = (bases: readonly string[]): Part[] =>
  bases.map((each, index) => line(`${each}${index === bases.length - 1 ? "." : ";"}`, "Basis"));

/** Which annex it is and what it is called stand in one heading, on two lines. */
const annexTitle = (name: string, title: string): Paragraph =>
  new Paragraph({
    style: "AnnexTitle",
    children: [new TextRun(name), new TextRun({ text: title.toLocaleUpperCase("vi"), break: 1 })],
  });

function annexParts({ title, attachedTo, landscape, body }: Annex, index: number, count: number): Part[] {
  const width = textWidth(landscape);
  return [
    annexTitle(annexName(index, count), title),
    line(`(${attachedTo})`, "AnnexSource"),
    rule(width * 0.2, width, 10),
    ...body.flatMap((block) => blockOf(block, width)),
  ];
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({ style: "Header", children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  });

const marksFooter = (marks: readonly string[]): Footer =>
  new Footer({ children: [line(marks.join(". "), "Footer")] });

const sectionOf = (children: Part[], landscape: boolean, marks: readonly string[]): ISectionOptions => ({
  properties: sectionProperties(landscape),
  headers: { first: new Header({ children: [line("", "Header")] }), default: pageNumber() },
  footers: { first: marksFooter(marks), default: marksFooter(marks) },
  children,
});
