import type { PlainDate } from "@/lib/kernel/plain-date";

export const legalDocumentKinds = [
  "constitution",
  "code",
  "law",
  "ordinance",
  "resolution",
  "joint_resolution",
  "decree",
  "decision",
  "directive",
  "circular",
  "joint_circular",
  "consolidation",
  "official_letter",
  "plan",
  "notice",
] as const;
export type LegalDocumentKind = (typeof legalDocumentKinds)[number];

/** Whose document it is: whose step a publication by it is. */
export const legalLevels = ["central", "ministry", "province", "district", "commune"] as const;
export type LegalLevel = (typeof legalLevels)[number];

/** A legal document that papers cite as their basis. */
export type Basis = {
  kind: LegalDocumentKind;
  number: string;
  issuer: string;
  issuedOn: PlainDate;
  title: string;
};

/** What one document does to another, as the national database of legal documents tells them apart. */
export const legalRelationKinds = [
  "amends",
  "replaces",
  "repeals",
  "suspends",
  "corrects",
  "publishes",
  "details",
  "guides",
  "explains",
  "consolidates",
  "based_on",
  "cites",
  "related",
] as const;
export type LegalRelationKind = (typeof legalRelationKinds)[number];

/**
 * Where a document stands on a day. `partly`: some provision of it is repealed, replaced or suspended; `unknown`: nobody registered
 * since when it is in force, or when what ends it does.
 */
export type LegalState = "not_yet" | "in_force" | "amended" | "partly" | "suspended" | "ended" | "unknown";
