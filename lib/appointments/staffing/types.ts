import type { Period, Seat, Vacancy } from "@/lib/appointments/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A post of an agency, as far as anybody needs it to say who works for the agency. */
type StaffedPost = Period & { personId: string; name: string; seat: Seat; title: string };

/** Who works for an agency on a day, as it is loaded. */
export type StaffingRow = {
  id: string;
  code: string;
  name: string;
  /** By when it must declare; null where its system is declared, or nothing is asked of it. */
  dueOn: PlainDate | null;
  posts: readonly StaffedPost[];
  /** How many accounts write for the agency, and how many decide for it. */
  writers: number;
  deciders: number;
  /** Did anybody ever work there with an account? */
  ever: boolean;
  /** Holders of its posts whose account works elsewhere. */
  moved: readonly string[];
  /** What waits there: findings that are open, drafts before the head. */
  findings: number;
  submitted: number;
};

/** Since when nobody holds a post; unknown where nobody ever did. */
export type Without = { from: PlainDate | null };

/** Who works for an agency on a day, what it has nobody for, and what it will have nobody for. */
export type Staffing = StaffingRow & {
  head: { name: string; title: string; acting: boolean; since: PlainDate; lastDay: PlainDate | null } | null;
  /** Who heads it next, where that is known. */
  next: { name: string; from: PlainDate } | null;
  /** Null where somebody holds that post. */
  without: { head: Without | null; officer: Without | null };
  /** Days on which nobody heads it, before and to come. */
  vacancies: readonly Vacancy[];
};
