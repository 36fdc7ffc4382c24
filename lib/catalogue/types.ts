import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";

/** What a decision does to a procedure: mới ban hành; sửa đổi, bổ sung, thay thế; bị bãi bỏ. */
export const procedureActs = ["published", "amended", "ended"] as const;
export type ProcedureAct = (typeof procedureActs)[number];

/** How a procedure is named: its national code without the province's suffix, where it has one. */
export type ProcedureName = { code: string | null; name: string };

/** What a decision says of an administrative procedure (TTHC). */
export type ProcedureFacts = ProcedureName & {
  field: string;
  levels: string;
  /** Who decides, and who does the work. */
  decides: string;
  performs: string;
  /** Shared by several bodies ("dùng chung"). */
  shared: boolean;
  /** No case of it arises. */
  noCase: boolean;
  /** Between state bodies: counted apart. */
  internal: boolean;
};

/** An administrative procedure as it stands on a day, by the last decision that says something of it. */
export type Procedure = ProcedureFacts & {
  id: string;
  /** Since when what is said of it holds. */
  since: PlainDate;
  ended: boolean;
  replacedBy: (ProcedureName & { id: string }) | null;
  decision: Basis & { id: string };
};
