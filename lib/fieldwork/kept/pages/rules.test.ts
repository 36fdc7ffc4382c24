import { expect, it } from "vitest";

import { itemsAPage, keptPage } from "@/lib/fieldwork/kept/pages/rules";
import type { KeptItem } from "@/lib/fieldwork/kept/types";

const item = (n: number, text = "Sổ theo dõi"): KeptItem => ({
  ...{ kind: "sheets", part: "D", answers: {}, recheck: null, minutes: null, caption: "", fileName: "" },
  ...{ sha256: "", mine: null, text, receiptNo: String(n).padStart(6, "0"), why: "away", by: "An" },
  ...{ recordedAt: null, clockFast: null, receivedAt: new Date(0), attachmentId: null, problem: "" },
  problems: [],
});
const items = (n: number, text?: string) => Array.from({ length: n }, (_, index) => item(index + 1, text));
const first = { from: 0, only: null };
const numbers = (page: ReturnType<typeof keptPage>) => page.shown.map((each) => Number(each.item.receiptNo));

it("shows the newest first, so many a page, and everything on one page or another", () => {
  const all = items(2 * itemsAPage + 5);
  const pages = [0, itemsAPage, 2 * itemsAPage].map((from) => keptPage(all, { from, only: null }));
  expect(pages.map(({ older, newer }) => [newer, older])).toEqual([
    [0, itemsAPage + 5],
    [itemsAPage, 5],
    [2 * itemsAPage, 0],
  ]);
  expect(pages.flatMap(numbers)).toEqual(all.map((each) => Number(each.receiptNo)).toReversed());
  expect(keptPage(all, { from: 1000, only: null })).toEqual(pages[0]);
});

it("cuts what is long, and shows it whole and alone where it is asked for", () => {
  const all = [...items(2), item(3, "dài ".repeat(30_000))];
  const { shown } = keptPage(all, first);
  expect(shown.map(({ isCut }) => isCut)).toEqual([true, false, false]);
  expect(shown[0]?.item.text).toMatch(/^(?:dài )+.{0,4}…$/);
  expect(keptPage(all, { from: 0, only: "000003" })).toEqual({
    ...{ older: 0, newer: 0, shown: [{ item: all[2], isCut: false }] },
  });
  expect(keptPage(all, { from: 0, only: "999999" })).toEqual(keptPage(all, first));
});

it("stays short, whatever is kept", () => {
  const answers = Object.fromEntries(
    Array.from({ length: 3000 }, (_, n) => [`Z.${n}`, { outcome: "partly" as const, note: "x".repeat(60) }]),
  );
  const long = items(1000, "x".repeat(100_000)).map((each) => ({
    ...each,
    answers,
    caption: "y".repeat(9000),
  }));
  expect(JSON.stringify(keptPage(long, first)).length).toBeLessThan(200_000);
});

it("lists what minutes displaced in its place among the others, and several under one receipt as the checklist does", () => {
  const parts = ["D", "C.10", "C.2"].map((part) => ({ ...item(1), why: "displaced" as const, part }));
  const { shown } = keptPage([item(2), item(3), ...parts], first);
  expect(shown.map((each) => [Number(each.item.receiptNo), each.item.part])).toEqual([
    [3, "D"],
    [2, "D"],
    [1, "C.2"],
    [1, "C.10"],
    [1, "D"],
  ]);
});
