import { minutesOf } from "@/lib/reports/documents/minutes";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { unregistered } from "@/lib/reports/rules";
import * as sample from "@/tests/papers/sample";
import * as year from "@/tests/papers/year";

export const { visit, result, office, minutes: read } = sample;
const { draft, holders, positions, adoption } = sample;
export const common = { office, registration: unregistered, illustrative: false };
export const onVisit = {
  holders,
  positions,
  adoption,
  programme: null,
  minutes: null,
  photos: [],
  ...common,
};
export const minutes = minutesOf({ visit, ...onVisit });
export const draftMinutes = minutesOf({ visit: draft, ...onVisit });

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

export const textOf = (paper: Paper): string => stringsOf(paper).join("\n");

export const rowsIn = (paper: Paper): (readonly string[])[] =>
  paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));

export const notice = noticeOf({
  visit,
  result,
  rechecked: [],
  minutes: [read],
  programme: year.plan,
  ...common,
});
