import { ImageRun, Paragraph, type Table } from "docx";

import type { Picture } from "@/lib/reports/documents/model";
import { rowsOf, type Cell } from "@/lib/reports/render/columns";
import { line } from "@/lib/reports/render/text";

/** As much of a page as a photograph takes, in millimetres: two beside each other, three below each other. */
const most = { width: 78, height: 62 };
const beside = 2;
const pixelsPerMillimetre = 96 / 25.4;

/** How large a photograph is drawn, in pixels: as large as fits, its sides in proportion. */
function sizeOf({ width, height }: Pick<Picture, "width" | "height">): {
  width: number;
  height: number;
} {
  const scale = Math.min(most.width / width, most.height / height) * pixelsPerMillimetre;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

const cellOf = (picture: Picture | undefined, width: number): Cell => ({
  width,
  children:
    picture === undefined
      ? [line("", "Caption")]
      : [
          new Paragraph({
            style: "Picture",
            children: [
              new ImageRun({
                type: picture.type,
                data: picture.bytes,
                transformation: sizeOf(picture),
                altText: { name: picture.caption, title: picture.caption, description: picture.description },
              }),
            ],
          }),
          line(picture.caption, "Caption"),
        ],
});

/** Photographs two beside each other, each with its words below it; no pair is torn by the end of a page. */
export const pictureRows = (pictures: readonly Picture[], width: number): Table[] => [
  rowsOf(
    Array.from({ length: Math.ceil(pictures.length / beside) }, (_, row) =>
      Array.from({ length: beside }, (__, column) => cellOf(pictures[row * beside + column], width / beside)),
    ),
  ),
];
