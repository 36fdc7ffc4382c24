import type { Office, Role } from "@/lib/identity/types";

/** One line of the list of accounts. */
export type AccountLine = {
  id: string;
  name: string;
  fullName: string;
  role: Role;
  /** Null where this person decides nothing at the agency today. */
  holds: Office["holds"];
  /** Do they hold any post of that agency today? */
  appointed: boolean;
  agencyName: string | null;
  disabled: boolean;
  liveSessions: number;
  lastSeenAt: Date | null;
};

export type Account = {
  id: string;
  name: string;
  fullName: string;
  role: Role;
  holds: Office["holds"];
  appointed: boolean;
  agencyId: string | null;
  agencyName: string | null;
  mustChangePassword: boolean;
  createdAt: Date;
  disabledAt: Date | null;
  version: number;
};

/** A signed-in browser that may still be used. */
export type OpenSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  device: string | null;
  current: boolean;
};

export type AccountFilter = { text: string; role: Role | null; state: "enabled" | "disabled" | null };

/** Somebody whom the records know by name, from a team or a post, and what they are there. */
export type KnownPerson = { id: string; name: string; place: string; hasAccount: boolean };

export type AgencyChoice = { id: string; name: string };
