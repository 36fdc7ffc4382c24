import type { Severity } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Block, Column } from "@/lib/reports/documents/model";
import { table } from "@/lib/reports/documents/model";
import { dateOr, numbered } from "@/lib/reports/documents/words";
import words from "@/messages/vi/findings.json";

const columns: readonly Column[] = [
  { title: "TT", share: 9, align: "center" },
  { title: "Tồn tại và bằng chứng", share: 54 },
  { title: "Yêu cầu", share: 32 },
  { title: "Phạm vi", share: 28 },
  { title: "Mức độ", share: 20 },
  { title: "Thời hạn khắc phục", share: 22, align: "center" },
];

type Finding = {
  evidence: string;
  requirement: string;
  scope: string;
  severity: Severity;
  dueOn: PlainDate | null;
};

/** Findings as an agency can act on them: what was seen, what it falls short of, how far it reaches, until when. */
export const findingsTable = (findings: readonly Finding[], empty: string): Block =>
  table(
    columns,
    numbered(
      findings.map(({ evidence, requirement, scope, severity, dueOn }) => [
        evidence,
        requirement,
        scope,
        words.severity[severity],
        dateOr(dueOn, "Không đặt hạn"),
      ]),
    ),
    empty,
  );
