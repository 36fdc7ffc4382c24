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

/**
 * What has come into the scope of a declared system since, and what has left it; null where nothing has, or where nobody recorded what
 * was handled then. A changed scope is declared again (QĐ 19/2014/QĐ-TTg Điều 4 khoản 4 điểm c).
 */
export function scopeChange(
  then: Pick<Coverage, "handled">,
  now: Pick<Coverage, "handled">,
): { added: Handled[]; gone: Handled[] } | null {
  const without = (some: readonly Handled[], others: readonly Handled[]): Handled[] =>
    some.filter(({ id }) => !others.some((each) => each.id === id));
  const [added, gone] = [without(now.handled, then.handled), without(then.handled, now.handled)];
  return then.handled.length > 0 && added.length + gone.length > 0 ? { added, gone } : null;
}

/** Those that no document carries. */
export const missingOf = ({ handled }: Pick<Coverage, "handled">): Handled[] =>
  handled.filter(({ documents }) => documents.length === 0);
