import type { BrowserContext, Page, Route } from "@playwright/test";

import { unfold } from "@/e2e/support/field";
import { onTheEve, takeAlong } from "@/e2e/support/minutes";
import { expect, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { answersIn, receiptsOf } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });

/** `FIELD_KILLS=200` for the long run. */
const kills = Number(process.env.FIELD_KILLS ?? "25");
test.describe.configure({ timeout: 60_000 + kills * 6_000 });

/** Park and Miller's generator: the same run for everybody, another with another seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const random = randomFrom(Number(process.env.FIELD_SEED ?? "20171231"));
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const codes = ["D.1", "D.2", "D.3"] as const;
const outcomes = ["Đạt", "Đạt một phần", "Không đạt"] as const;
type Network = "whole" | "none" | "answers lost" | "server gone";
const networks: readonly Network[] = ["whole", "none", "answers lost", "server gone"];

async function become(context: BrowserContext, network: Network): Promise<void> {
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.setOffline(network === "none");
  // A page that is killed takes its requests with it.
  const lose = (route: Route) => route.abort().catch(() => undefined);
  if (network === "server gone") await context.route("**/api/field/**", lose);
  if (network === "answers lost")
    await context.route("**/api/field/sheets/**", async (route) => {
      await route.fetch().catch(() => undefined);
      await lose(route);
    });
}

/** Is this note in the device's database by now? What is there must never be lost. */
const onDevice = (page: Page, visit: string, code: string, note: string): Promise<boolean> =>
  page.evaluate(
    async ([visitId, question, text]) => {
      const name = `nenep-field-${localStorage.getItem("nenep.field.account") ?? ""}`;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error("no database"));
        };
      });
      const sheet = await new Promise<{ answers: Record<string, { note: string }> } | undefined>(
        (resolve) => {
          const asking = database.transaction("sheets").objectStore("sheets").get([visitId, "D"]);
          asking.onsuccess = () => {
            resolve(asking.result as { answers: Record<string, { note: string }> } | undefined);
          };
        },
      );
      database.close();
      return sheet?.answers[question]?.note === text;
    },
    [visit, code, note] as const,
  );

/** One life of the page: opened in some network, one answer written, killed at some moment. */
async function live(
  context: BrowserContext,
  visit: string,
  n: number,
): Promise<{ code: string; note: string; kept: boolean }> {
  await become(context, oneOf(networks));
  const page = await context.newPage();
  const [code, note] = [oneOf(codes), `lần ${n}`];
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator(`#question-${code.replace(".", "-")}`);
  await question.getByLabel(oneOf(outcomes), { exact: true }).check();
  await unfold(question);
  await question.locator("textarea").fill(note);
  const waits = random() < 0.6;
  if (waits) await expect.poll(() => onDevice(page, visit, code, note)).toBe(true);
  const moment = random() * 500;
  await new Promise((resolve) => setTimeout(resolve, moment));
  await page.close({ runBeforeUnload: false });
  return { code, note, kept: waits };
}

test("killed at random, in networks that lose anything: what the device once held arrives, once, with its receipt", async ({
  page,
  context,
}) => {
  const visit = await createVisit("stttt");
  await onTheEve(context, 24, () => takeAlong(page, visit));
  await page.close();
  const allowed = new Map<string, string[]>();
  for (let n = 1; n <= kills; n += 1) {
    const { code, note, kept } = await live(context, visit, n);
    // What was seen on the device replaces all before it; what was not may be there or not.
    allowed.set(code, kept ? [note] : [...(allowed.get(code) ?? []), note]);
  }
  await become(context, "whole");
  const last = await context.newPage();
  await last.goto(`/field#/v/${visit}/D`);
  await expect(last.locator(".field-status")).toContainText("Đã gửi hết", { timeout: 30_000 });
  // Nobody else wrote here: there is nothing for a person to decide.
  await expect(last.locator(".field-status")).not.toContainText("cần bạn xem lại");
  const stored = new Map((await answersIn(visit)).map((answer) => [answer.code, answer.note]));
  for (const [code, notes] of allowed) expect(notes).toContain(stored.get(code));
  const receipts = await receiptsOf(visit);
  expect(receipts.every((each) => each.accepted)).toBe(true);
  expect(receipts.map((each) => each.version)).toEqual(receipts.map((_each, index) => index + 1));
  expect(new Set(receipts.map((each) => each.id)).size).toBe(receipts.length);
});
