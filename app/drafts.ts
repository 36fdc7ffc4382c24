import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { findPolicy } from "@/lib/policies/queries";
import type { PolicyRecord } from "@/lib/policies/types";
import type { DocumentRecord } from "@/lib/procedures/types";
import { recordAddress, type DraftReading, type SubmissionSubject } from "@/lib/submissions/types";

import { documentAt } from "@/app/titles";

/** The draft of a document beside what was approved before it. */
export function draftOfDocument(document: DocumentRecord): DraftReading | null {
  const draft = document.revisions.find(({ approvedOn }) => approvedOn === null);
  if (!draft || document.state === "withdrawn") return null;
  const before = document.revisions.find(
    ({ approvedOn, obsoleteOn }) => approvedOn !== null && obsoleteOn === null,
  );
  const { title, body, version, changeRequest, changePlace, changeSummary } = draft;
  return {
    ...{ of: "document", id: document.id, agencyCode: document.agencyCode, version },
    name: `${document.code} ${title}`,
    log: { changeRequest, changePlace, changeSummary },
    before: before ? { title: before.title, body: before.body } : null,
    after: { title, body },
    submission: document.submission,
  };
}

/** The draft of an agency's policy beside the one in force. */
export function draftOfPolicy(record: PolicyRecord, agencyCode: string): DraftReading | null {
  const { draft, current, submission } = record;
  if (!draft) return null;
  return {
    ...{ of: "policy", id: draft.id, agencyCode, version: draft.version, name: "", log: null, submission },
    before: current ? { title: "", body: current.body } : null,
    after: { title: "", body: draft.body },
  };
}

type Agency = { id: string; code: string };
type Which = { of: SubmissionSubject | null; id: string };

/** The draft that an address names, of this agency. */
export async function draftAt(
  viewer: Viewer,
  agency: Agency,
  which: Which,
  day: PlainDate,
  locale: Locale,
): Promise<DraftReading | null> {
  if (which.of === "document") {
    const document = await documentAt(viewer, which.id, day, locale);
    return document?.agencyId === agency.id ? draftOfDocument(document) : null;
  }
  if (which.of !== "policy") return null;
  const draft = draftOfPolicy(await findPolicy(viewer, agency.id, day), agency.code);
  return draft?.id === which.id ? draft : null;
}

/** Where the record of such an address stands, whatever has become of its draft; null where this agency has no such record. */
export async function recordAt(
  viewer: Viewer,
  agency: Agency,
  { of, id }: Which,
  day: PlainDate,
  locale: Locale,
): Promise<string | null> {
  if (of === null) return null;
  const document = of === "document" ? await documentAt(viewer, id, day, locale) : null;
  const isTheirs = of === "policy" || document?.agencyId === agency.id;
  return isTheirs ? recordAddress({ agencyCode: agency.code, of, id }) : null;
}
