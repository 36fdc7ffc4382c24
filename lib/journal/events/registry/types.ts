/** So many rows of one table of the registry. */
type Rows = { table: string; rows: number };

/** What the database itself tells of the registry (migration 0069): no command does. */
export type OfRegistry = {
  /** Came under the seal, as they stood. */
  "registry-sealed": Rows;
  "registry-changed": Rows;
};
