/** What is put before the head: the draft of a document, or of the quality policy. */
export const submissionSubjects = ["document", "policy"] as const;
export type SubmissionSubject = (typeof submissionSubjects)[number];

/** A draft as it was put before the head, and how it came back where it did. */
export type Submission = {
  id: string;
  note: string;
  by: string;
  at: Date;
  returned: { by: string; at: Date; note: string } | null;
};

/** How far a draft has come: being written, before the head, or back with a note. */
export type Stage = "written" | "waiting" | "returned";

type Address = { agencyCode: string; of: SubmissionSubject; id: string };

/** Where a draft is put before the head, or returned by the head; `id` is the document's or the policy's. */
export const submissionAddress = (act: "submit" | "return", { agencyCode, of, id }: Address): string =>
  `/agencies/${agencyCode}/${act}?of=${of}&id=${id}`;

/** The page of the record that a draft belongs to. */
export const recordAddress = ({ agencyCode, of, id }: Address): string =>
  of === "document" ? `/documents/${id}` : `/agencies/${agencyCode}/policy`;

type Text = { title: string; body: string };

/** A draft as it is read before it is submitted, returned, approved or signed. */
export type DraftReading = Address & {
  version: number;
  /** How people call it; empty for the policy. */
  name: string;
  log: { changeRequest: string; changePlace: string; changeSummary: string } | null;
  /** What it takes the place of; null where it is the first. */
  before: Text | null;
  after: Text;
  submission: Submission | null;
};
