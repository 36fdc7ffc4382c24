import { cellText, longer } from "@/lib/files/tables/cells/rules";
import { isDateFormat } from "@/lib/files/tables/excel/numbers/rules";
import type { NumberStyle, SheetName, Workbook } from "@/lib/files/tables/excel/types";
import type { Listener } from "@/lib/files/tables/xml/types";

const nothing = (): void => undefined;

const isOn = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

/** Hears the workbook: its sheets in their order without the hidden ones, and from which year it counts days. */
export function workbookListener(): Listener & { found: () => Workbook } {
  const sheets: SheetName[] = [];
  let from1904 = false;
  return {
    open: (name, attribute) => {
      if (name === "workbookPr") from1904 = isOn(attribute("date1904"));
      if (name !== "sheet" || /hidden$/i.test(attribute("state") ?? "")) return;
      sheets.push({ name: cellText(attribute("name") ?? ""), relation: attribute(":id") ?? "" });
    },
    close: nothing,
    text: nothing,
    found: () => ({ sheets, from1904 }),
  };
}

/** Excel writes signs that XML cannot hold as their code: "_x000D_" is the end of a line. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Collects the text (t) of an element with its runs, without how it is pronounced (rPh). */
export function textCollector(): Listener & { take: () => string } {
  let [text, reading, pronounced] = ["", false, 0];
  return {
    open: (name) => {
      if (name === "rPh") pronounced += 1;
      if (name === "t") reading = pronounced === 0;
    },
    close: (name) => {
      if (name === "rPh") pronounced -= 1;
      if (name === "t") reading = false;
    },
    text: (piece) => {
      if (reading) text = longer(text, piece);
    },
    take: () => {
      const taken = text;
      text = "";
      return cellText(unescaped(taken));
    },
  };
}

/** Hears the list of texts that cells share. */
export function textsListener(): Listener & { found: () => readonly string[] } {
  const texts: string[] = [];
  const collector = textCollector();
  return {
    ...collector,
    close: (name) => {
      collector.close(name);
      if (name === "si") texts.push(collector.take());
    },
    found: () => texts,
  };
}

/** Excel takes no longer one. */
const longestFormat = 255;

/** Hears the styles: by the place of each, how it shows numbers. */
export function stylesListener(): Listener & { found: () => readonly NumberStyle[] } {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let ofCells = false;
  return {
    open: (name, attribute) => {
      const id = Number(attribute("numFmtId") ?? 0);
      if (name === "cellXfs") ofCells = true;
      if (name === "numFmt") formats.set(id, (attribute("formatCode") ?? "").slice(0, longestFormat));
      if (name !== "xf" || !ofCells) return;
      const format = formats.get(id);
      styles.push({ date: isDateFormat(id, format), format });
    },
    close: (name) => {
      if (name === "cellXfs") ofCells = false;
    },
    text: nothing,
    found: () => styles,
  };
}
