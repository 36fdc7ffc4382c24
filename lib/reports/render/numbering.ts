import { lists } from "@/lib/reports/render/styles";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

type Level = { format: string; text: string; style: string };

const levelOf = ({ format, text, style }: Level, level: number): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/><w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>`;

const listOf = (id: number, kind: string, levels: readonly Level[]): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${levels.map(levelOf).join("")}</w:abstractNum>`;

const numbers = Object.values(lists)
  .map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
  .join("");

/** The part of a Word file that counts: headings I, II and 1, 2 below them, and the dashes of lists. */
export const numberingXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="${namespace}">${listOf(
    lists.headings,
    "multilevel",
    [
      { format: "upperRoman", text: "%1.", style: "Heading1" },
      { format: "decimal", text: "%2.", style: "Heading2" },
    ],
  )}${listOf(lists.dashes, "hybridMultilevel", [{ format: "bullet", text: "-", style: "ListBullet" }])}${numbers}</w:numbering>`;
