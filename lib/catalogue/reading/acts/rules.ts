import { nameCell, type Cells } from "@/lib/catalogue/reading/columns/rules";
import { actIn } from "@/lib/catalogue/reading/sections/rules";
import type { Said } from "@/lib/catalogue/reading/sections/types";
import type { ProcedureAct } from "@/lib/catalogue/types";
import { searchKey } from "@/lib/kernel/text";

const neutral =
  /\b(?:cong khai|(?:con|dang co|chua co|co) hieu luc|da cap nhat|dang ap dung|dang thuc hien|giu nguyen|hoat dong|chuan hoa|dung chung|noi bo)\b/;
const startsAct = /^(?:(?:tthc|thu tuc hanh chinh|thu tuc) )?(?:da |se )?(?:duoc |bi )?/;
const endedNote = new RegExp(
  `${startsAct.source}(?:bai bo|huy bo)(?= (?:ke tu|tu|ngay|theo|tthc|thu tuc|do|thay)\\b|$)`,
);
const changedNote = new RegExp(
  `${startsAct.source}(?:sua doi|thay the|moi ban hanh|ban hanh moi|moi cong bo)\\b`,
);

/** The act that a state in words is; null where it is none, "unknown" where nobody can say. */
function actOfState(cell: string): ProcedureAct | "unknown" | null {
  const key = searchKey(cell);
  if (key === "") return null;
  if (/^(?:tthc |thu tuc )?moi$/.test(key)) return "published";
  if (/\b(?:het hieu luc|khong con hieu luc)\b/.test(key)) return "ended";
  if (/\b(?:huy|khong|ngung|tam dung) cong khai\b/.test(key)) return "unknown";
  const act = actIn(key);
  if (act === undefined) return neutral.test(key) ? null : "unknown";
  return act === "several" ? "unknown" : act;
}

/** The act that a remark begins with; a remark about parts of a procedure is none. */
function actOfNote(cell: string): ProcedureAct | null {
  const key = searchKey(cell);
  if (key === "moi") return "published";
  if (endedNote.test(key)) return "ended";
  if (!changedNote.test(key)) return null;
  const act = actIn(key);
  return act === "several" || act === undefined ? null : act;
}

type Act = { act: ProcedureAct; unknown: string | null };

/** The row's own word goes before the heading's; that it ends on a day to come leaves what a heading says it is until then. */
export function actOf({ first }: Cells, above: Said["act"], endsLater: boolean): Act {
  const heading = above === "several" ? null : (above ?? null);
  const status = actOfState(first("status"));
  const note = actOfNote(first("note"));
  if (status === "unknown") return { act: heading ?? "published", unknown: first("status") };
  const own = status ?? note;
  if (own === "ended" && endsLater && heading !== null) return { act: heading, unknown: null };
  if (own) return { act: own, unknown: null };
  return {
    act: heading ?? "published",
    unknown: above === "several" && !endsLater ? nameCell({ first }) : null,
  };
}
