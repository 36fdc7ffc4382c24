import type { ShortcomingTopic } from "@/generated/prisma/client";

export type SeedQuestion = {
  code: string;
  vi: string;
  en: string;
  evidenceVi: string;
  evidenceEn: string;
  basis: string;
  topic: ShortcomingTopic;
  editions: readonly string[];
  clauses: Readonly<Record<string, string>>;
  /** Number of the legal document the question rests on, if it rests on one. */
  law: string | null;
  subordinates?: boolean;
  gate?: boolean;
  maintenance?: boolean;
};
