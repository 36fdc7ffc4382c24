import type { Coverage, CoverageCount, Handled } from "@/lib/coverage/types";

const countOf = (handled: readonly Handled[]): CoverageCount => ({
  covered: handled.filter(({ documents }) => documents.length > 0).length,
  total: handled.length,
});

/** n of N: of the procedures that the agency handles and that are in force, those that a document in force carries. Internal ones are counted apart. */
export const countCoverage = ({ handled }: Pick<Coverage, "handled">) => ({
  published: countOf(handled.filter(({ internal }) => !internal)),
  internal: countOf(handled.filter(({ internal }) => internal)),
});

/** Those that no document carries. */
export const missingOf = ({ handled }: Pick<Coverage, "handled">): Handled[] =>
  handled.filter(({ documents }) => documents.length === 0);
