import { expect, it } from "vitest";

import { place } from "@/lib/fieldwork/sealed-files/schema";
import { uuidv7 } from "@/lib/kernel/ids";

const visitId = uuidv7(1e12, new Uint8Array(10));
const recordedAtOf = (recordedAt: unknown): unknown => place.parse({ visitId, recordedAt }).recordedAt;

it("says when an item was recorded, in one form", () => {
  expect(recordedAtOf("2017-12-31T09:00:00+07:00")).toBe("2017-12-31T02:00:00.000Z");
  expect(recordedAtOf("2000-01-01T00:00:00Z")).toBe("2000-01-01T00:00:00.000Z");
  expect(recordedAtOf("2199-12-31T23:59:59Z")).toBe("2199-12-31T23:59:59.000Z");
  expect(recordedAtOf("1999-12-31T23:59:59Z")).toBe("1999-12-31T23:59:59.000Z");
  expect(recordedAtOf("+012345-01-01T00:00:00Z")).toBe("2999-12-30T00:00:00.000Z");
});

it.each(["2017-02-31T00:00:00Z", "2017-12-31", "", 0, null])(
  "leaves out %s, which is no moment, and reads the rest",
  (moment) => {
    expect(recordedAtOf(moment)).toBeUndefined();
    expect(place.parse({ visitId, recordedAt: moment, groupCode: "C" })).toMatchObject({
      visitId,
      groupCode: "C",
    });
  },
);
