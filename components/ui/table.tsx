import type { ReactNode } from "react";

/** A column by its heading: words, numbers, or bars, whose heading is heard and not seen. */
type Column = string | { number: string } | { bars: string };

function Heading({ column }: { column: Column }) {
  if (typeof column === "string") return <th scope="col">{column}</th>;
  if ("number" in column)
    return (
      <th scope="col" className="number">
        {column.number}
      </th>
    );
  return (
    <th scope="col" className="wide">
      <span className="visually-hidden">{column.bars}</span>
    </th>
  );
}

type Props = {
  /** "cards": on a narrow screen each row is a card, its cells named by `data-label`. */
  className?: string;
  caption?: ReactNode;
  columns: readonly Column[];
  /** The rows. */
  children: ReactNode;
};

/** A table with its caption and a heading for each column. */
export const Table = ({ className, caption, columns, children }: Props) => (
  <table className={className}>
    {caption !== undefined && <caption>{caption}</caption>}
    <thead>
      <tr>
        {columns.map((column, index) => (
          <Heading key={index} column={column} />
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
