import type { Cancelled, Changed, HandedOn, Plan, PutAway } from "@/lib/journal/events/fields/types";
import type { Value } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Picture = { question: string; sha256: string };

export type OfVisit = {
  "visit-planned": { name: string; mode: string; team: Value; plannedOn?: PlainDate; reason?: string };
  "visit-replanned": Changed<Plan> & { name: string; reason?: string };
  "visit-left-out": Cancelled<{ name: string }>;
  "visit-handed-on": HandedOn<{ name: PlainDate | null; duty: string | null }>;
  "follow-up-handed-on": HandedOn<{ name: PlainDate | null }>;
  "group-handed-on": HandedOn<{ name: PlainDate | null; group: string | null }>;
  /** By what a device of theirs brought, after they had left it. */
  "team-joined-again": { name: string };
  "group-taken": { group: string };
  "group-given-back": { group: string };
  "groups-given": { groups: Record<string, string> };
  "section-saved": { group: string; by?: string; answers: Value; answersBefore?: Value; signed?: true };
  "photo-attached": Picture & { fileName: string; caption?: string };
  "photo-captioned": Picture & { caption: string };
  "photo-removed": Picture;
  "visit-finalised": {
    /** As it is claimed; with the day of arrival where that lies before it. */
    signedOn: PlainDate;
    arrivedOn?: PlainDate;
    score: number | null;
    grade: string | null;
    cappedBy: Value;
    findings: Value;
    rechecks?: Value;
    conclusion: string;
    startedAt: string | null;
    endedAt: string | null;
    startedOn?: PlainDate | null;
    endedOn?: PlainDate | null;
    present?: readonly string[];
    away?: readonly string[];
    signsFor?: readonly string[];
    opinion: string;
    representative: string;
    statement: string;
    signatories?: Value;
    fingerprint: string;
  };
  "minutes-amended": {
    minutes: number;
    amends: number;
    reason: string;
    opinion: string;
    representative: string;
    statement: string;
    fingerprint: string;
  };
  "records-sealed": { minutes: number };
  /** What a device sent and could not be taken stands here whole, as it came. */
  "item-kept": { readonly [field: string]: Value; subject: string };
  "item-put-away": PutAway;
};
