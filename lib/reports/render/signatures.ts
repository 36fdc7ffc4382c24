import type { Paragraph, Table } from "docx";

import type { Signature } from "@/lib/reports/documents/model";
import { columns } from "@/lib/reports/render/columns";
import { textWidth } from "@/lib/reports/render/page";
import { centred, line, spacing } from "@/lib/reports/render/text";

/** Five lines for the hand and the seal: nothing of either is ever drawn. */
const roomToSign = spacing(75);

const signatureLines = ({ title, name }: Signature): Paragraph[] => [
  ...title.map((each, index) =>
    centred(each, { bold: true }, { keepNext: true, spacing: { before: index === 0 ? spacing(6) : 0 } }),
  ),
  centred(name ?? "", { bold: true }, { keepNext: true, spacing: { before: roomToSign } }),
];

const recipientLines = (recipients: readonly string[]): Paragraph[] => [
  line(
    "Nơi nhận:",
    { size: 12, bold: true, italics: true },
    { keepNext: true, spacing: { before: spacing(6) } },
  ),
  ...recipients.map((each, index) =>
    line(
      `- ${each}${index === recipients.length - 1 ? "." : ";"}`,
      { size: 11 },
      { keepNext: index < recipients.length - 1 },
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
  return [
    columns(
      signatures.map((each, index) => ({
        width: width / signatures.length,
        children: [...signatureLines(each), ...(index === 0 ? recipientLines(recipients) : [])],
      })),
    ),
  ];
}
