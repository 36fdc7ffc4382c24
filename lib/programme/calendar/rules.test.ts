import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

import { calendarText, folded } from "@/lib/programme/calendar/rules";
import type { CalendarEvent } from "@/lib/programme/calendar/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { oneLine } from "@/lib/kernel/text";

const writtenAt = new Date("2017-12-31T02:03:04Z");

const visit: CalendarEvent = {
  uid: "visit-1@ne-nep",
  sequence: 2,
  day: plainDate("28/02/2018"),
  summary: "Kiểm tra UBND huyện Đức Phổ; tại trụ sở, phòng họp số 1",
  location: "Trụ sở UBND huyện Đức Phổ",
  description: "Nhiệm vụ: Trưởng đoàn\nHình thức: Tại trụ sở \\ qua hồ sơ",
};

/** What a calendar program reads. */
function read(text: string): { name: unknown; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  return {
    name: calendar.getFirstPropertyValue("x-wr-calname"),
    events: calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each)),
  };
}

describe("a calendar", () => {
  it("drops what it may not hold, and breaks a line where an old row has a sign for it", () => {
    const summary = "Kiểm tra\u0007 lần\ufffe 2\u2028tại trụ sở\u000bphòng 1";
    const [event] = read(calendarText("Lịch", [{ ...visit, summary }], writtenAt)).events;
    expect(event?.summary).toBe("Kiểm tra lần 2\ntại trụ sở\nphòng 1");
  });

  it("is read as it was meant, signs and letters and line ends included", () => {
    const { name, events } = read(calendarText("Lịch kiểm tra của tôi", [visit], writtenAt));
    const [event] = events;
    expect(name).toBe("Lịch kiểm tra của tôi");
    expect(events).toHaveLength(1);
    expect(event?.uid).toBe(visit.uid);
    expect(event?.sequence).toBe(2);
    expect(event?.summary).toBe(visit.summary);
    expect(event?.location).toBe(visit.location);
    expect(event?.description).toBe(visit.description);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(["2018-02-28", "2018-03-01"]);
    expect(event?.startDate.isDate).toBe(true);
  });

  it("survives whatever an agency may be called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
        const summary = oneLine(name);
        const text = calendarText(summary, [{ ...visit, summary }], writtenAt);
        expect(read(text).events[0]?.summary ?? "").toBe(summary);
      }),
    );
  });

  it("has no line longer than 75 octets, each ended by CR and LF, and no letter cut in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const line = text.replace(/[\r\n]/g, "");
        const parts = folded(line).split("\r\n");
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.map((part, n) => (n === 0 ? part : part.slice(1))).join("")).toBe(line);
        expect(parts.slice(1).every((part) => part.startsWith(" "))).toBe(true);
      }),
    );
    for (const line of calendarText("x", [visit], writtenAt).split("\n").slice(0, -1))
      expect(line).toMatch(/\r$/);
  });
});
