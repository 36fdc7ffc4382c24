import { expect, test } from "vitest";

import type { EventField, EventName } from "@/lib/journal/events/types";
import { vi } from "@/messages/vi";

/** What may happen, and what is told of it, as messages name it: that each has its words is asked by the compiler. */
const actions: Readonly<Record<EventName, string>> = vi.journal.action;
const fields: Readonly<Record<EventField, string>> = vi.journal.field;

test("history has a word for everything that may happen, and for every field of it", () => {
  expect(Object.values(actions).every((words) => words.trim() !== "")).toBe(true);
  expect(Object.values(fields).every((words) => words.trim() !== "")).toBe(true);
});
