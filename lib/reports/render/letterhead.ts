import type { Table } from "docx";

import type { Letterhead } from "@/lib/reports/documents/model";
import { columns } from "@/lib/reports/render/columns";
import { boldWidth } from "@/lib/reports/render/measure";
import { sizes } from "@/lib/reports/render/sizes";
import { line, rule } from "@/lib/reports/render/text";

export const motherland = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const motto = "Độc lập - Tự do - Hạnh phúc";

/** 88 mm at 12 points bold: the right column holds it on one line. */
const left = 68;
const right = 97;
/** The rule below a name is between a third and a half of it. */
export const shareOfRule = 0.4;

/** A name wider than its column stands in two lines, broken where they come out most alike. */
export function fitted(name: string, width: number, points: number): string[] {
  const words = name.split(" ");
  if (boldWidth(name, points) <= width || words.length === 1) return [name];
  const broken = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  return broken.reduce((best, each) => (widest(each, points) < widest(best, points) ? each : best));
}

const widest = (lines: readonly string[], points: number): number =>
  Math.max(...lines.map((each) => boldWidth(each, points)));

/** The first rows of every paper: the issuer on the left, the motherland on the right. */
export function letterhead({ parent, agency, number, placeAndDate }: Letterhead): Table[] {
  const name = fitted(agency, left, sizes.agency);
  const issuer = columns([
    {
      width: left,
      children: [
        ...fitted(parent, left, sizes.agency).map((each) => line(each, "ParentAgency")),
        ...name.map((each) => line(each, "IssuingAgency")),
        rule(widest(name, sizes.agency) * shareOfRule, left),
      ],
    },
    {
      width: right,
      children: [
        line(motherland, "Motherland"),
        line(motto, "Motto"),
        rule(boldWidth(motto, sizes.motto), right),
      ],
    },
  ]);
  const registration = columns([
    { width: left, children: [line(number, "DocumentNumber")] },
    { width: right, children: [line(placeAndDate ?? "", "PlaceAndDate")] },
  ]);
  return [issuer, registration];
}
