export const stages = ["open", "returned", "claimed", "blocked", "answered", "corrected", "closed"] as const;
/**
 * Whose turn it is with a finding: the agency's (open, returned), the inspector's (claimed: a blocker was stated; answered;
 * corrected: a later visit saw it so), a higher level's (blocked), nobody's (closed).
 */
export type Stage = (typeof stages)[number];

export const acts = ["answer", "return", "verify", "claim", "accept", "refuse", "unblock"] as const;
export type Act = (typeof acts)[number];

/** What has happened to a finding so far, counted. */
export type FindingCounts = {
  answers: number;
  returns: number;
  claims: number;
  refusals: number;
  stops: number;
  /** Blocks that have ended; `stops` counts those that a higher level was granted, by the name of their table. */
  ended: number;
  /** The newest final minutes that looked at it again say that it is corrected. */
  corrected: boolean;
  closed: boolean;
};
