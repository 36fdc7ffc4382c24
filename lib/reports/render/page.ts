import { convertMillimetersToTwip, PageOrientation, type ISectionPropertiesOptions } from "docx";

/** A4 and the margins of the decree: 20 mm above and below, 30 mm on the left where papers are bound, 15 mm on the right. */
const paper = { width: 210, height: 297 };
const margins = { top: 20, bottom: 20, left: 30, right: 15 };

export const twips = (millimetres: number): number => convertMillimetersToTwip(millimetres);

/** Width of the text in millimetres. */
export const textWidth = (landscape: boolean): number =>
  (landscape ? paper.height : paper.width) - margins.left - margins.right;

/** A section that counts its pages from one, and does not show the first number. */
export const sectionProperties = (landscape: boolean): ISectionPropertiesOptions => ({
  titlePage: true,
  page: {
    size: {
      width: twips(paper.width),
      height: twips(paper.height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(margins.top),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
      right: twips(margins.right),
      header: twips(10),
      footer: twips(10),
    },
    pageNumbers: { start: 1 },
  },
});
