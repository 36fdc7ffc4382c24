import type { Locator, Page } from "@playwright/test";

/** Opens what a question keeps folded until it is needed: note, photographs. Where there is room, all of it is open. */
export async function unfold(question: Locator): Promise<void> {
  await question.waitFor();
  const more = question.getByRole("button", { name: /^Thêm/, expanded: false });
  if ((await more.count()) > 0) await more.click();
}

/** Everything that a table of the device's own database holds, bytes left out. */
export const storedOn = (page: Page, table: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open(`nenep-field-${localStorage.getItem("nenep.field.account") ?? ""}`);
        opening.onerror = () => {
          reject(new Error("no database"));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(JSON.parse(JSON.stringify(reading.result)) as Record<string, unknown>[]);
          };
        };
      }),
    table,
  );
