import type { PlainDate } from "@/lib/kernel/plain-date";

export const roles = ["leader", "inspector", "officer", "head", "admin"] as const;
export type Role = (typeof roles)[number];

/** What somebody decides in their agency today, and who heads it: since when, or since when nobody does. */
export type Office = {
  /** Null where this person decides nothing there today. */
  holds: "head" | "deputy_head" | null;
  head: { name: string; since: PlainDate } | null;
  /** Null where somebody heads the agency, or never did. */
  vacantSince: PlainDate | null;
};

declare const minted: unique symbol;

/**
 * Proof of who asks. Only lib/identity/viewer.ts makes one, from a session checked in the database or for a named job of
 * the system; every query and command takes it first.
 */
export type Viewer = {
  readonly [minted]: true;
  readonly role: Role | "system";
  readonly name: string;
  readonly accountId: string | null;
  readonly personId: string | null;
  /** The agency an officer or head belongs to; null for the province's own people. */
  readonly agencyId: string | null;
  readonly agencyCode: string | null;
  /** Null for the province's own people. */
  readonly office: Office | null;
  readonly sessionId: string | null;
  readonly mustChangePassword: boolean;
  /** Who brings in what this viewer recorded on a device that could not send it; history names both. */
  readonly broughtInBy: string | null;
};
