import type { MinutesWords, TableName, WordBlock, WordTable } from "@/lib/visits/wording/types";
import { findingWidths } from "@/lib/reports/documents/findings";
import { groupWidths } from "@/lib/reports/documents/groups";
import { writingLines, type Annex, type Block, type Column } from "@/lib/reports/documents/model";
import { photoAnnex, type PaperPhoto } from "@/lib/reports/documents/photographs";

/** What a paper takes from the text of minutes. */
export type DrawnWords = {
  subject: readonly string[];
  bases: readonly string[];
  body: readonly Block[];
  annexes: readonly Annex[];
};

type Width = Omit<Column, "title">;

const widths: Readonly<Record<TableName, readonly Width[]>> = {
  groups: groupWidths,
  findings: findingWidths,
  earlier: [
    { share: 8, align: "center" },
    { share: 14, align: "center" },
    { share: 49 },
    { share: 24, align: "center" },
    { share: 26 },
    { share: 44 },
  ],
  answers: [
    { share: 12, align: "center" },
    { share: 62 },
    { share: 26 },
    { share: 48 },
    { share: 17, align: "center" },
  ],
};

/** The columns as wide as their table has them; of a table of another edition, all alike. */
const columnsOf = ({ table, columns }: WordTable): Column[] =>
  columns.map((title, index) => ({ ...(widths[table][index] ?? { share: 30 }), title }));

function blockOf(block: WordBlock): Block {
  switch (block.kind) {
    case "table":
      return { kind: "table", columns: columnsOf(block), rows: block.rows };
    case "room":
      return writingLines(block.lines);
    case "heading":
    case "subheading":
    case "paragraph":
    case "item":
      return block;
  }
}

/** The text of minutes word for word: its parts as blocks of a paper, the answers and the photographs as annexes. */
export function drawnWords(
  { subject, bases, body, annexes: { answers, photos } }: MinutesWords,
  received: readonly PaperPhoto[],
  attachedTo: string,
  fingerprint: string | null,
): DrawnWords {
  const shown = photos.map(({ questionCode, sha256, text }) => ({
    ...{ sha256, caption: text },
    image: received.find((each) => each.sha256 === sha256 && each.questionCode === questionCode)?.image,
  }));
  return {
    subject,
    bases,
    body: body.map(blockOf),
    annexes: [
      { title: "Kết quả từng câu", attachedTo, landscape: false, body: [blockOf(answers)] },
      ...photoAnnex(shown, attachedTo, fingerprint),
    ],
  };
}
