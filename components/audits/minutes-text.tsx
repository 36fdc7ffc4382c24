import { Fragment, type ReactNode } from "react";

import { Table } from "@/components/ui/table";
import { unbroken } from "@/lib/kernel/unbroken";
import { annexName } from "@/lib/visits/wording/parts/rules";
import { apartAtCodes, shownBlocks, type ShownBlock } from "@/lib/visits/wording/shown/rules";
import type { MinutesWords, WordPhoto, WordTable } from "@/lib/visits/wording/types";

/** A text with its lines as they were typed, and no code broken over two of them. */
function Lines({ text }: { text: string }) {
  return apartAtCodes(unbroken(text)).map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <span className="code-whole" key={index}>
        {part}
      </span>
    ),
  );
}

function PaperTable({ columns, rows, table }: WordTable) {
  return (
    <Table className={`cards minutes-table minutes-${table}`} columns={columns}>
      {rows.map((row, line) => (
        <tr key={line}>
          {row.map((text, index) => (
            <td
              key={columns[index]}
              data-label={columns[index]}
              className={text === "" ? "empty" : undefined}
            >
              <Lines text={text} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

type Look = {
  /** Below which heading of the page the text stands. */
  level: 2 | 3 | 4;
  /** What stands where the agency has not said anything yet. */
  room?: ReactNode;
};

function Shown({ block, level, room }: Look & { block: ShownBlock }) {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case "heading":
      return <Heading>{block.text}</Heading>;
    case "subheading":
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    case "paragraph":
      return (
        <p className={block.text.startsWith("Tổng điểm: ") ? "minutes-score" : undefined}>
          <Lines text={block.text} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((text, index) => (
            <li key={index}>
              <Lines text={text} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <PaperTable {...block} />;
    case "room":
      return room ?? Array.from({ length: block.lines }, (_, n) => <p className="minutes-room" key={n} />);
  }
}

const ending = (index: number, bases: readonly string[]): string => (index === bases.length - 1 ? "." : ";");

/** So many of the last words stand with who signs them. */
const keptWithSignatures = 2;

type BodyProps = Look & {
  words: MinutesWords;
  /** Who signs, on paper: no end of a page comes between them and the last words. */
  signed?: ReactNode;
};

/** The parts of the minutes, from what they rest on to their last words. */
export function MinutesBody({ words, signed, ...look }: BodyProps) {
  const blocks = shownBlocks(words.body).map((block, index) => <Shown key={index} block={block} {...look} />);
  const kept = signed === undefined ? blocks.length : Math.max(0, blocks.length - keptWithSignatures);
  return (
    <div className="minutes-text" lang="vi">
      {words.bases.map((text, index) => (
        <p className="minutes-basis" key={index}>
          <Lines text={`${text}${ending(index, words.bases)}`} />
        </p>
      ))}
      {blocks.slice(0, kept)}
      {signed !== undefined && (
        <div className="paper-end">
          {blocks.slice(kept)}
          {signed}
        </div>
      )}
    </div>
  );
}

const Captions = ({ photos }: { photos: readonly WordPhoto[] }) => (
  <ul>
    {photos.map((photo) => (
      <li key={`${photo.questionCode} ${photo.sha256}`}>
        <Lines text={photo.text} />
      </li>
    ))}
  </ul>
);

type PicturesProps = { photos: readonly WordPhoto[]; picture: (photo: WordPhoto) => ReactNode };

/** Photographs two beside each other, as in Word, each with its words below it; no end of a page comes between. */
const Pictures = ({ photos, picture }: PicturesProps) =>
  photos
    .filter((_, index) => index % 2 === 0)
    .map((_, row) => (
      <div className="annex-row" key={row}>
        {photos.slice(2 * row, 2 * row + 2).map((photo) => (
          <figure key={`${photo.questionCode} ${photo.sha256}`}>
            {picture(photo)}
            <figcaption>
              <Lines text={photo.text} />
            </figcaption>
          </figure>
        ))}
      </div>
    ));

type AnnexesProps = Pick<Look, "level"> & {
  words: MinutesWords;
  /** The photograph itself, where it is shown with what it shows. */
  picture?: (photo: WordPhoto) => ReactNode;
};

/** What goes with them: the answer to each question, and what the photographs show. */
export function MinutesAnnexes({ words, level, picture }: AnnexesProps) {
  const { answers, photos } = words.annexes;
  const Heading = `h${level}` as const;
  const count = photos.length > 0 ? 2 : 1;
  return (
    <div className="minutes-text minutes-annexes" lang="vi">
      <Heading>{annexName(0, count).toLocaleUpperCase("vi")}. KẾT QUẢ TỪNG CÂU</Heading>
      <PaperTable {...answers} />
      {photos.length > 0 && (
        <>
          <Heading className="annex-begins">
            {annexName(1, count).toLocaleUpperCase("vi")}. ẢNH CHỤP TẠI CUỘC KIỂM TRA
          </Heading>
          {picture ? <Pictures photos={photos} picture={picture} /> : <Captions photos={photos} />}
        </>
      )}
    </div>
  );
}
