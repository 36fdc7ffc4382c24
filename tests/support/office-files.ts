import { zipSync } from "fflate";

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zipped = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );

const openXml = "application/vnd.openxmlformats-officedocument.";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const typesOf = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
   <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
   <Override PartName="/${part}" ContentType="${openXml}${type}.main+xml"/></Types>`;

export const relationsOf = (...relations: (readonly [id: string, kind: string, target: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`;

/** A sheet of a workbook: its rows as they stand in the file, and what stands behind them (merged cells). */
export type Sheet = { name?: string; state?: string; rows: string; after?: string };

/** The parts of a workbook. Texts and styles are what stands within their lists. */
export function excelParts(
  sheets: readonly Sheet[],
  { texts, styles, settings = "" }: { texts?: string; styles?: string; settings?: string } = {},
): Parts {
  const named = sheets.map((sheet, index) => ({ name: `Sheet${index + 1}`, state: "visible", ...sheet }));
  return {
    "[Content_Types].xml": typesOf("xl/workbook.xml", "spreadsheetml.sheet"),
    "_rels/.rels": relationsOf(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${spreadsheet}>${settings}<sheets>${named
      .map(({ name, state }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="s${n}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationsOf(
      ...named.map((_, n) => [`s${n}`, "worksheet", `worksheets/sheet${n}.xml`] as const),
      ...(texts === undefined ? [] : [["t", "sharedStrings", "/xl/sharedStrings.xml"] as const]),
      ...(styles === undefined ? [] : [["y", "styles", "styles.xml"] as const]),
    ),
    ...(texts !== undefined && { "xl/sharedStrings.xml": `<sst ${spreadsheet}>${texts}</sst>` }),
    ...(styles !== undefined && { "xl/styles.xml": `<styleSheet ${spreadsheet}>${styles}</styleSheet>` }),
    ...Object.fromEntries(
      named.map(({ rows, after = "" }, n) => [
        `xl/worksheets/sheet${n}.xml`,
        `<worksheet ${spreadsheet}><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
}

const word =
  `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
  `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;

/** The parts of a document, by what stands within its body. */
export const wordParts = (body: string): Parts => ({
  "[Content_Types].xml": typesOf("word/document.xml", "wordprocessingml.document"),
  "_rels/.rels": relationsOf(["rId1", "officeDocument", "word/document.xml"]),
  "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
});
