import { font, sizes, spacing } from "@/lib/reports/render/sizes";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** How a paragraph is set. Sizes and spaces are in points, indents in twentieths of one. */
type Look = {
  name: string;
  basedOn?: string;
  next?: string;
  size?: number;
  bold?: boolean;
  italics?: boolean;
  align?: "left" | "center" | "right" | "both";
  before?: number;
  after?: number;
  /** An exact height of line. */
  line?: number;
  firstLine?: number;
  keepNext?: boolean;
  keepLines?: boolean;
  /** The level in the navigation pane, from 0. */
  outline?: number;
  /** Its list and its level there; null takes it out of the list of what it is based on. */
  list?: readonly [list: number, level: number] | null;
  /** A line below, three quarters of a point wide. */
  ruled?: boolean;
};

const firstLine = 720;

/** The lists of numbering.ts. */
export const lists = { headings: 1, dashes: 2 } as const;

/** Every style of the papers. Names that Word knows are Word's, so that its panes and its keys work; the others are the office's. */
const looks = {
  Normal: { name: "Normal", align: "both", firstLine, after: 6 },
  Title: {
    name: "Title",
    next: "Subtitle",
    size: sizes.title,
    bold: true,
    align: "center",
    before: 14,
    keepNext: true,
  },
  Subtitle: {
    name: "Subtitle",
    next: "Normal",
    size: sizes.title,
    bold: true,
    align: "center",
    keepNext: true,
  },
  Heading1: {
    name: "heading 1",
    next: "Normal",
    bold: true,
    align: "both",
    firstLine,
    before: 6,
    after: 6,
    keepNext: true,
    keepLines: true,
    outline: 0,
    list: [lists.headings, 0],
  },
  Heading2: {
    name: "heading 2",
    next: "Normal",
    bold: true,
    align: "both",
    firstLine,
    after: 6,
    keepNext: true,
    keepLines: true,
    outline: 1,
    list: [lists.headings, 1],
  },
  Heading3: {
    name: "heading 3",
    next: "Normal",
    bold: true,
    italics: true,
    align: "both",
    firstLine,
    after: 6,
    keepNext: true,
    keepLines: true,
    outline: 2,
  },
  ListBullet: { name: "List Bullet", basedOn: "Normal", list: [lists.dashes, 0] },
  ListContinue: { name: "List Continue", basedOn: "Normal" },
  Caption: { name: "caption", size: sizes.table, italics: true, align: "center", before: 3, after: 9 },
  Header: { name: "header", align: "center" },
  Footer: { name: "footer", size: sizes.table, italics: true, align: "center" },
  Motherland: { name: "Quốc hiệu", size: sizes.motherland, bold: true, align: "center" },
  Motto: { name: "Tiêu ngữ", size: sizes.motto, bold: true, align: "center" },
  ParentAgency: { name: "Cơ quan chủ quản", size: sizes.agency, align: "center" },
  IssuingAgency: { name: "Cơ quan ban hành", size: sizes.agency, bold: true, align: "center" },
  DocumentNumber: { name: "Số, ký hiệu", size: sizes.number, align: "center", before: 6 },
  PlaceAndDate: {
    name: "Địa danh, thời gian",
    size: sizes.number,
    italics: true,
    align: "center",
    before: 6,
  },
  Rule: { name: "Đường kẻ", size: 1, line: 4, keepNext: true, ruled: true },
  Addressee: { name: "Kính gửi", align: "center", after: 12 },
  Basis: { name: "Căn cứ", italics: true, align: "both", firstLine, after: 6 },
  Note: { name: "Ghi chú", size: sizes.table, after: 3 },
  WritingLine: { name: "Dòng để ghi", after: 4 },
  TableHead: { name: "Tiêu đề bảng", size: sizes.table, bold: true, align: "center", keepNext: true },
  TableText: { name: "Nội dung bảng", size: sizes.table },
  TableCentre: { name: "Nội dung bảng, giữa", basedOn: "TableText", align: "center" },
  TableRight: { name: "Nội dung bảng, số", basedOn: "TableText", align: "right" },
  // What stands after a line is dropped at the end of a page, the line itself begins a new one.
  Gap: { name: "Khoảng cách", size: 1, line: 1, after: 5 },
  Picture: { name: "Ảnh", align: "center", before: 3 },
  SignerTitle: { name: "Chức vụ người ký", bold: true, align: "center", keepNext: true },
  SignerName: { name: "Họ tên người ký", bold: true, align: "center", keepNext: true },
  SignedOtherwise: { name: "Ghi thay chữ ký", italics: true, align: "center", keepNext: true },
  RecipientsTitle: { name: "Nơi nhận", size: 12, bold: true, italics: true, before: 6, keepNext: true },
  Recipient: { name: "Danh sách nơi nhận", size: 11 },
  AnnexTitle: {
    name: "Tên phụ lục",
    basedOn: "Heading1",
    next: "Normal",
    size: sizes.title,
    align: "center",
    before: 0,
    after: 0,
    firstLine: 0,
    list: null,
  },
  AnnexSource: { name: "Kèm theo", italics: true, align: "center", keepNext: true },
} as const satisfies Record<string, Look>;

export type StyleId = keyof typeof looks;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const spaces = ({ before, after, line }: Look): string =>
  before === undefined && after === undefined && line === undefined
    ? ""
    : `<w:spacing w:before="${spacing(before ?? 0)}" w:after="${spacing(after ?? 0)}"${line === undefined ? "" : ` w:line="${spacing(line)}" w:lineRule="exact"`}/>`;

const place = ({ list }: Look): string => {
  if (list === undefined) return "";
  const [number, level] = list ?? [0, 0];
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
};

/** In the order that the schema asks for. */
const paragraphOf = (look: Look): string =>
  [
    look.keepNext ? "<w:keepNext/>" : "",
    look.keepLines ? "<w:keepLines/>" : "",
    place(look),
    look.ruled ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' : "",
    spaces(look),
    look.firstLine === undefined ? "" : `<w:ind w:left="0" w:firstLine="${look.firstLine}"/>`,
    look.align ? `<w:jc w:val="${look.align}"/>` : "",
    look.outline === undefined ? "" : `<w:outlineLvl w:val="${look.outline}"/>`,
  ].join("");

const runOf = ({ bold, italics, size }: Look): string =>
  [
    bold ? "<w:b/><w:bCs/>" : "",
    italics ? "<w:i/><w:iCs/>" : "",
    size === undefined ? "" : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ].join("");

const styleOf = (id: string, look: Look): string =>
  `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${escaped(look.name)}"/>` +
  (look.basedOn ? `<w:basedOn w:val="${look.basedOn}"/>` : "") +
  (look.next ? `<w:next w:val="${look.next}"/>` : "") +
  `<w:qFormat/><w:pPr>${paragraphOf(look)}</w:pPr><w:rPr>${runOf(look)}</w:rPr></w:style>`;

const cellMargins = (top: number, side: number): string =>
  `<w:tblCellMar><w:top w:w="${top}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${top}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`;

const gridLines = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join("");

/** Tables with lines, and those that only set things beside each other. */
const tables =
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins(0, 0)}</w:tblPr></w:style>` +
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${gridLines}</w:tblBorders>${cellMargins(28, 68)}</w:tblPr></w:style>` +
  `<w:style w:type="table" w:styleId="TableBeside"><w:name w:val="Bảng không kẻ"/><w:basedOn w:val="TableNormal"/><w:qFormat/></w:style>`;

const defaults =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:color w:val="000000"/><w:sz w:val="${sizes.body * 2}"/><w:szCs w:val="${sizes.body * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;

/** The part of a Word file that says how each style looks: all that papers use, and nothing else. */
export const stylesXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${namespace}">${defaults}${Object.entries(
    looks,
  )
    .map(([id, look]) => styleOf(id, look))
    .join("")}${tables}</w:styles>`;
