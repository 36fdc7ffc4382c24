import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { ISectionOptions, Table } from "docx";

import type { Annex, Paper } from "@/lib/reports/documents/model";
import { blockOf } from "@/lib/reports/render/blocks";
import { letterhead, shareOfRule } from "@/lib/reports/render/letterhead";
import { boldWidth } from "@/lib/reports/render/measure";
import { sectionProperties, textWidth } from "@/lib/reports/render/page";
import { signatureBlock } from "@/lib/reports/render/signatures";
import { centred, font, line, rule, run, sizes, spacing } from "@/lib/reports/render/text";

type Part = Paragraph | Table;

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The paper as a Word file, by the measures of Nghị định 30/2020/NĐ-CP, appendix I. */
export async function renderDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: paper.fileName,
    creator: paper.letterhead.agency,
    styles: { default: { document: { run: { font, size: sizes.body * 2, color: "000000" } } } },
    sections: [
      sectionOf(mainParts(paper), false, paper.marks),
      ...paper.annexes.map((annex, index) =>
        sectionOf(annexParts(annex, index, paper.annexes.length), annex.landscape, paper.marks),
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const mainParts = (paper: Paper): Part[] => [
  ...letterhead(paper.letterhead),
  ...titleParts(paper.title),
  ...addresseeParts(paper.addressees),
  ...baseParts(paper.bases),
  ...paper.body.flatMap((block) => blockOf(block, textWidth(false))),
  ...signatureBlock(paper.signatures, paper.recipients),
];

function titleParts({ kind, subject }: Paper["title"]): Part[] {
  const look = { size: sizes.title, bold: true };
  const width = textWidth(false);
  const longest = Math.max(...subject.map((each) => Math.min(width, boldWidth(each, sizes.title))));
  return [
    centred(kind, look, { spacing: { before: spacing(14) }, keepNext: true }),
    ...subject.map((each) => centred(each, look, { keepNext: true })),
    rule(longest * shareOfRule, width, 12),
  ];
}

function addresseeParts(addressees: readonly string[]): Part[] {
  const options = { spacing: { after: spacing(12) } };
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  if (others.length === 0) return [centred(`Kính gửi: ${only}.`, {}, options)];
  return [
    centred("Kính gửi:"),
    ...addressees.map((each, index) =>
      centred(`- ${each}${index === addressees.length - 1 ? "." : ";"}`, {}, options),
    ),
  ];
}

const baseParts = (bases: readonly string[]): Part[] =>
  bases.map((each, index) =>
    line(
      `${each}${index === bases.length - 1 ? "." : ";"}`,
      { italics: true },
      {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: 720 },
        spacing: { after: spacing(6) },
      },
    ),
  );

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

function annexParts({ title, attachedTo, landscape, body }: Annex, index: number, count: number): Part[] {
  const look = { size: sizes.title, bold: true };
  const width = textWidth(landscape);
  return [
    centred(count === 1 ? "Phụ lục" : `Phụ lục ${romans[index] ?? index + 1}`, look),
    centred(title.toLocaleUpperCase("vi"), look),
    centred(`(${attachedTo})`, { italics: true }),
    rule(width * 0.2, width, 10),
    ...body.flatMap((block) => blockOf(block, width)),
  ];
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.body * 2 })],
      }),
    ],
  });

const marksFooter = (marks: readonly string[]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: marks.length === 0 ? [] : [run(marks.join(". "), { size: sizes.table, italics: true })],
      }),
    ],
  });

const sectionOf = (children: Part[], landscape: boolean, marks: readonly string[]): ISectionOptions => ({
  properties: sectionProperties(landscape),
  headers: { first: new Header({ children: [new Paragraph({})] }), default: pageNumber() },
  footers: { first: marksFooter(marks), default: marksFooter(marks) },
  children,
});
