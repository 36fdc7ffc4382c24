import type { MilestoneKind } from "@/lib/adoption/types";
import type { ReviewKind } from "@/lib/self-reviews/types";
import type { Topic } from "@/lib/findings/types";
import type { TouchedAct } from "@/lib/legal/touched/types";
import type { LegalRelationKind } from "@/lib/legal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PolicyGap } from "@/lib/policies/types";
import type { Submission } from "@/lib/submissions/types";

/** What the head mends by signing a draft. */
export type SigningGap = Extract<PolicyGap, "none-signed" | "former-head">;

/** Something to do, with the day by which it must be done where there is one. */
export type Task =
  | ({ dueOn: PlainDate | null } & (
      | { kind: "finding" | "returned" | "reply"; id: string; topic: Topic; evidence: string; round: number }
      | {
          kind: "verify" | "judge";
          id: string;
          topic: Topic;
          evidence: string;
          agencyName: string;
          round: number;
        }
      | {
          kind: "confirm";
          id: string;
          topic: Topic;
          evidence: string;
          agencyName: string;
          correctedOn: PlainDate;
        }
      | { kind: "missing"; id: string; title: string; clause: string }
      | { kind: "submit" | "review"; id: string; code: string; title: string }
      /** The head approves a draft that nobody put before them; `undone`: its approval was cancelled. */
      | { kind: "approveDraft"; undone?: boolean; id: string; code: string; title: string }
      /** A text that nobody in office approved; a policy that nobody in office signed. */
      | { kind: "reapprove"; id: string; code: string; title: string; by: string; signedOn: PlainDate }
      | { kind: "resign"; by: string; signedOn: PlainDate }
      | { kind: "approve" | "resubmit"; id: string; code: string; title: string; last: Submission }
      /** A document that a change of law touches; `because`: the first thing altered of what it rests on. */
      | {
          kind: "update";
          id: string;
          code: string;
          title: string;
          changeId: string;
          law: string;
          because:
            | { kind: LegalRelationKind; what: string }
            | { kind: "procedure"; act: TouchedAct; what: string }
            | null;
        }
      /** Procedures that the agency handles and that no document in force carries; `first`: one of them. */
      | { kind: "cover"; count: number; first: string }
      | { kind: "policy"; gap: Exclude<PolicyGap, "signed-outside"> }
      | { kind: "submitPolicy"; id: string }
      /** The head signs a draft that nobody put before them; `gap` says what it would mend. */
      | { kind: "signDraft"; id: string; gap: SigningGap | null }
      | { kind: "sign" | "resubmitPolicy"; id: string; last: Submission }
      | { kind: "objectives" | "results"; year: number }
      | { kind: "milestone"; milestone: MilestoneKind }
    ))
  | ({ dueOn: PlainDate } & (
      | { kind: ReviewKind; year: number }
      /** `lapsed` where a declared system lapsed, and it is declared again. */
      | { kind: "declare"; lapsed: boolean }
      | { kind: "visit"; id: string; agencyName: string }
    ));

/**
 * Whose desk it is: an officer writes and submits, the head approves and signs, a deputy approves; nothing lies on that of a head's
 * account whose person holds no office.
 */
export type Desk = "officer" | "head" | "deputy" | "nobody";

/** Where the time for a task stands. */
export type Timing = "overdue" | "today" | "ahead" | "undated";
