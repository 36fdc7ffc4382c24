import type { Topic } from "@/lib/findings/types";

export const outcomes = ["conforming", "partly", "not_conforming", "not_applicable", "not_checked"] as const;
export type Outcome = (typeof outcomes)[number];

export type Question = {
  code: string;
  groupCode: string;
  text: string;
  evidence: string;
  basis: string;
  topic: Topic;
  editions: readonly string[];
  clauses: Readonly<Record<string, string>>;
  legalDocumentId: string | null;
  subordinates: boolean;
  gate: boolean;
  maintenance: boolean;
};

export type Group = { code: string; title: string; points: number };

/** A grade from its lower bound, inclusive, in hundredths of a point. */
type GradeBound = { code: string; title: string; minHundredths: number };

export type Checklist = {
  id: string;
  title: string;
  groups: readonly Group[];
  questions: readonly Question[];
  grades: readonly GradeBound[];
};

/** What decides which questions are asked. */
export type VisitScope = { editionId: string; subordinates: boolean };

export type AnswerText = { outcome: Outcome; note: string };
export type Answers = Readonly<Record<string, AnswerText>>;

/** Score in hundredths of a point, shared out so that groups add up; null where nothing applied. */
export type GroupScore = { code: string; points: number; applicable: number; scoreHundredths: number | null };

/** The checklist as it was when a result was issued: what the result can be recomputed from for ever. */
export type Basis = {
  checklistId: string;
  editionId: string;
  subordinates: boolean;
  groups: readonly { code: string; points: number }[];
  questions: readonly { code: string; groupCode: string; gate: boolean; maintenance: boolean }[];
  grades: readonly { code: string; minHundredths: number }[];
};

export type Score = {
  scoreHundredths: number | null;
  gradeCode: string | null;
  /** Gates answered "not conforming": the grade is the lowest whatever the sum. */
  cappedBy: string[];
  groupScores: GroupScore[];
  /** "Maintains and improves as required" (PAR index), and the conditions that fail. */
  maintains: boolean;
  failing: string[];
  basis: Basis;
};
