import type { Header, Role } from "@/lib/catalogue/reading/headings/types";
import type { TableRow } from "@/lib/files/tables/types";

/** What stands in the columns of a role. */
export type Cells = {
  /** The first cell of these roles with anything in it, the roles in their order. */
  first: (...roles: Role[]) => string;
  all: (role: Role) => readonly string[];
};

export function cellsOf(header: Header, row: TableRow): Cells {
  const byRole = new Map<Role, string[]>();
  for (const { role, index } of header.columns) {
    const cell = row.cells[index]?.trim();
    if (!cell) continue;
    const before = byRole.get(role);
    if (before) before.push(cell);
    else byRole.set(role, [cell]);
  }
  const all = (role: Role): readonly string[] => byRole.get(role) ?? [];
  const first = (...roles: Role[]): string => roles.flatMap(all)[0] ?? "";
  return { first, all };
}

/** What stands where a row names its procedure. */
export const nameCell = ({ first }: Pick<Cells, "first">): string => first("newName", "name", "oldName");
