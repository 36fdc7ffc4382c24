import { ImageRun, Paragraph, type Table } from "docx";

import { typedMark } from "@/lib/visits/minutes/ends/rules";
import type { Signature } from "@/lib/reports/documents/model";
import { columns } from "@/lib/reports/render/columns";
import { textWidth } from "@/lib/reports/render/page";
import { drawingOf } from "@/lib/reports/render/drawing";
import { pngOf } from "@/lib/reports/render/png";
import { spacing } from "@/lib/reports/render/sizes";
import { line } from "@/lib/reports/render/text";

/** Five lines for the hand and the seal: nothing of either is ever made up. */
const roomToSign = 75;

/** Of a title, in points. */
const lineHeight = 15;

/** In points: 45 mm, of a column of 55. */
const drawn = { width: 127.5, height: 42.5, above: 16 };
/** So that names of those who drew and those who will sign by hand stand on one line. */
const roomBelow = roomToSign - drawn.above - drawn.height;
const pixelsPerPoint = 96 / 72;

/** What somebody drew on a device, with a sentence for those who cannot see it. */
const drawnLine = (path: string, name: string): Paragraph =>
  new Paragraph({
    style: "SignerName",
    spacing: { before: spacing(drawn.above) },
    children: [
      new ImageRun({
        type: "png",
        data: pngOf(drawingOf(path)),
        transformation: { width: drawn.width * pixelsPerPoint, height: drawn.height * pixelsPerPoint },
        altText: { name: "Chữ ký", title: "Chữ ký", description: `Chữ ký của ${name}` },
      }),
    ],
  });

/** Where a name was typed in the place of a hand: that it was, in the midst of the room. */
const typedLine = (): Paragraph =>
  line(typedMark, "SignedOtherwise", { spacing: { before: spacing((roomToSign - lineHeight) / 2) } });

/** Room for a hand, or what was drawn, and the name below. `missing` lines of a title make room, so that names stand on one line. */
function hand({ name, drawn: path, typed }: Signature, missing = 0): Paragraph[] {
  const room = path !== undefined ? roomBelow : typed ? (roomToSign - lineHeight) / 2 : roomToSign;
  return [
    ...(path !== undefined ? [drawnLine(path, name ?? "")] : typed ? [typedLine()] : []),
    line(name ?? "", "SignerName", { spacing: { before: spacing(room + missing * lineHeight) } }),
  ];
}

const signatureLines = (signature: Signature, missing = 0): Paragraph[] => [
  ...signature.title.map((each, index) =>
    line(each, "SignerTitle", index === 0 ? { spacing: { before: spacing(6) } } : {}),
  ),
  ...hand(signature, missing),
  ...(signature.second ? signatureLines(signature.second) : []),
];

const recipientLines = (recipients: readonly string[]): Paragraph[] => [
  ...(recipients.length > 0 ? [line("Nơi nhận:", "RecipientsTitle")] : []),
  ...recipients.map((each, index) =>
    line(
      `- ${each}${index === recipients.length - 1 ? "." : ";"}`,
      "Recipient",
      index < recipients.length - 1 ? { keepNext: true } : {},
    ),
  ),
];

/** Recipients on the left and who signs on the right; where several sign, below the first of them. Never torn by a page. */
export function signatureBlock(
  signatures: readonly Signature[],
  recipients: readonly string[],
): (Paragraph | Table)[] {
  const width = textWidth(false);
  const [only, ...others] = signatures;
  if (only && others.length === 0) {
    const left = 80;
    return [
      columns([
        { width: left, children: recipientLines(recipients) },
        { width: width - left, children: signatureLines(only) },
      ]),
    ];
  }
  const tallest = Math.max(...signatures.map(({ title }) => title.length));
  return [
    columns(
      signatures.map((each, index) => ({
        width: width / signatures.length,
        children: [
          ...signatureLines(each, tallest - each.title.length),
          ...(index === 0 ? recipientLines(recipients) : []),
        ],
      })),
    ),
  ];
}
