import { randomBytes } from "node:crypto";

import { expect, test, vi } from "vitest";

import { receiveGroup } from "@/lib/visits/recording/commands";
import { uuidv7 } from "@/lib/kernel/ids";
import type { Viewer } from "@/lib/identity/types";
import { rowsOf } from "@/tests/support/database/viewer";
import { inspector, createVisit } from "@/tests/support/database/visit";

// Two dozen visits, each of which is sent up to sixteen sheets.
vi.setConfig({ testTimeout: 60_000 });

/** Four states of one sheet as a device makes them, each from the one before. */
const states = [1, 2, 3, 4];

const ordersOf = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first) =>
        ordersOf(items.filter((each) => each !== first)).map((rest) => [first, ...rest]),
      );

type Delivery = (state: number) => Promise<string | null>;

/** Sends a state of the sheet under its own id, always the same; gives the number of its receipt, or null. */
function deviceAt(viewer: Viewer, visitId: string): Delivery {
  const marks = states.map((_, turn) => ({
    id: uuidv7(Date.now(), randomBytes(10)),
    recordedAt: new Date(1e12 + turn),
  }));
  return async (state) => {
    const answers = { "D.1": { outcome: "partly" as const, note: String(state) } };
    const sheet = { visitId, groupCode: "D", version: state - 1, answers };
    const mark = marks[state - 1];
    if (!mark) throw new Error(`no state ${state}`);
    const result = await receiveGroup(viewer, sheet, mark);
    return result.ok ? result.value.number : null;
  };
}

const standing = async (visitId: string): Promise<number> =>
  Number(
    (await rowsOf<{ note: string }>("select note from answer where visit_id = $1", [visitId]))[0]?.note ?? 0,
  );

/** Sends the states in that order, over and over until each has a receipt; gives what stood after each delivery, and the receipts. */
async function settle(deliver: Delivery, visitId: string, order: readonly number[]) {
  const receipts = new Map<number, Set<string>>();
  const stood: number[] = [];
  for (let round = 0; receipts.size < states.length && round < states.length; round += 1)
    for (const state of order) {
      const number = await deliver(state);
      if (number) receipts.set(state, (receipts.get(state) ?? new Set()).add(number));
      stood.push(await standing(visitId));
    }
  return { receipts, stood };
}

const saved = async (visitId: string): Promise<{ version: number; entries: number } | undefined> =>
  (
    await rowsOf<{ version: number; entries: number }>(
      `select version, (select count(*)::int from journal_entry where entity_id = $1::text and action = 'section-saved') as entries
       from visit_section where visit_id = $1::uuid`,
      [visitId],
    )
  )[0];

test.each(ordersOf(states).map((order) => [order.join(", "), order] as const))(
  "sheets that arrive as %s end as the last one says, and no older one replaces a newer",
  async (_name, order) => {
    const visitId = await createVisit();
    const deliver = deviceAt(await inspector(), visitId);
    const { receipts, stood } = await settle(deliver, visitId, order);
    expect(stood).toEqual([...stood].sort((a, b) => a - b));
    expect(stood.at(-1)).toBe(4);
    expect(await saved(visitId)).toEqual({ version: 4, entries: 4 });
    expect([...receipts.values()].map((numbers) => numbers.size)).toEqual([1, 1, 1, 1]);
  },
);
