import type { Locator } from "@playwright/test";

/** Opens what a question keeps folded until it is needed: note, photographs. Where there is room, all of it is open. */
export async function unfold(question: Locator): Promise<void> {
  const more = question.getByRole("button", { name: /^Thêm/, expanded: false });
  if ((await more.count()) > 0) await more.click();
}
