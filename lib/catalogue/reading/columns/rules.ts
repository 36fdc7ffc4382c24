import type { Header, Role } from "@/lib/catalogue/reading/headings/types";
import type { TableRow } from "@/lib/files/tables/types";

export type Cells = {
  /** The first cell of these roles with anything in it, the roles in their order. */
  first: (...roles: Role[]) => string;
  all: (role: Role) => string[];
};

export function cellsOf(header: Header, row: TableRow): Cells {
  const all = (role: Role): string[] =>
    header.columns.flatMap((column) => {
      const cell = column.role === role ? (row.cells[column.index] ?? "").trim() : "";
      return cell === "" ? [] : [cell];
    });
  const first = (...roles: Role[]): string => {
    for (const role of roles) for (const cell of all(role)) return cell;
    return "";
  };
  return { first, all };
}

/** What stands where a row names its procedure. */
export const nameCell = ({ first }: Pick<Cells, "first">): string => first("newName", "name", "oldName");
