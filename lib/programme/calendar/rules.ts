import type { CalendarEvent } from "@/lib/programme/calendar/types";
import { printable } from "@/lib/kernel/text";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

/** RFC 5545, 3.3.11: what has a meaning in a text stands behind a backslash; control signs have no place in it. */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

const longestLine = 75;
const octets = (text: string): number => new TextEncoder().encode(text).length;

/** RFC 5545, 3.1: no line longer than 75 octets; what follows goes on after a space. No letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const letter of line) {
    if (octets(current + letter) > longestLine) {
      lines.push(current);
      current = " ";
    }
    current += letter;
  }
  return [...lines, current].join("\r\n");
}

const dateText = (day: PlainDate): string => day.replaceAll("-", "");
const instantText = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const eventLines = (event: CalendarEvent, writtenAt: Date): string[] => [
  "BEGIN:VEVENT",
  `UID:${event.uid}`,
  `DTSTAMP:${instantText(writtenAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${dateText(event.day)}`,
  `DTEND;VALUE=DATE:${dateText(addDays(event.day, 1))}`,
  `SUMMARY:${escaped(event.summary)}`,
  `LOCATION:${escaped(event.location)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  "END:VEVENT",
];

/** A calendar (RFC 5545) of whole days. Programs are asked to look again after six hours. */
export const calendarText = (name: string, events: readonly CalendarEvent[], writtenAt: Date): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ne Nep//Audit programme//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...events.flatMap((event) => eventLines(event, writtenAt)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
