import type { PlainDate } from "@/lib/kernel/plain-date";

export type Post = "head" | "deputy_head" | "management_representative" | "iso_officer";

/** What somebody is appointed to: a post, or to head the agency for a while ("quyền", "phụ trách"). */
export const seats = [
  "head",
  "acting_head",
  "deputy_head",
  "management_representative",
  "iso_officer",
] as const;
export type Seat = (typeof seats)[number];

export type Holder = {
  personId: string;
  name: string;
  post: Post;
  acting: boolean;
  title: string;
  concurrent: boolean;
  since: PlainDate;
};

/** What somebody is, and where: "Chuyên viên" at "Chi cục Tiêu chuẩn Đo lường Chất lượng". */
/** Somebody who decides, or once did, on documents of an agency: when, and as what. */
export type Signer = { personId: string; name: string; terms: readonly (Period & { title: string })[] };

export type Position = { title: string; organisation: string };

export type Decision = { number: string; on: PlainDate | null };

/** A post held from a day on, until the first day on which it no longer is. */
export type Period = { from: PlainDate; to: PlainDate | null };

export type Appointment = Period & {
  id: string;
  personId: string;
  name: string;
  seat: Seat;
  title: string;
  concurrent: boolean;
  begunBy: Decision | null;
  endedBy: Decision | null;
  recordedName: string | null;
  /** Entered wrongly, and cancelled: by whom, when and why. It held on no day. */
  cancelled: { reason: string; by: string; at: Date } | null;
};

/** Days on which nobody heads an agency: the first, and the first on which somebody does again. */
export type Vacancy = Period;

/** Somebody who may be appointed, and what they are. */
export type Candidate = {
  id: string;
  name: string;
  title: string | null;
  agencyName: string | null;
  here: boolean;
};

/** Whether whoever heads an agency has an account with which to sign for it. */
export type SigningAccount = "ready" | "none" | "locked" | "elsewhere" | "other-role";
