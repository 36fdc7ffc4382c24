import type { Answers } from "@/lib/checklists/types";
import type { TeamDuty } from "@/lib/programme/types";
import type { MinutesWords } from "@/lib/visits/wording/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";

export const opinions = ["agrees", "dissents", "absent"] as const;
export type Opinion = (typeof opinions)[number];

/** Drawn with a finger (an SVG path in a box of 600 × 200), typed, or not given. */
export type Signature = { kind: "drawn"; path: string } | { kind: "typed" } | { kind: "none" };

/** What the agency's representative said of the minutes on the spot, in their own words. */
export type Representative = {
  opinion: Opinion;
  name: string;
  title: string;
  statement: string;
  signature: Signature;
};

/** Who signs beside the representative: somebody else of the agency, the secretary, the leader of the team. */
export const signerParts = ["second", "secretary", "leader"] as const;
export type SignerPart = (typeof signerParts)[number];

/** Somebody who signs beside the representative, once in each part. */
export type Signatory = { part: SignerPart; name: string; title: string; signature: Signature };

/** Nobody of the agency was there to say anything. */
export const absent: Representative = {
  opinion: "absent",
  name: "",
  title: "",
  statement: "",
  signature: { kind: "none" },
};

/**
 * When the work of a visit began and ended; a time that is null leaves room to write it by hand. The day on which it began is neither
 * that of signing nor the one planned; it ended on the same day unless another is named. From a device of before it was asked no day comes.
 */
export type VisitHours = {
  startedAt: PlainTime | null;
  endedAt: PlainTime | null;
  startedOn?: PlainDate | null | undefined;
  endedOn?: PlainDate | null | undefined;
};

export const noHours: VisitHours = { startedAt: null, endedAt: null };

/** Somebody of the team, as papers name them. */
export type Member = {
  personId: string;
  name: string;
  duty: TeamDuty;
  /** Signs for the team because its leader is not there; said of those who were there, where minutes ask it. */
  signs?: true;
};

/** Who of the team was there and who was not, as it was asked before signing. */
export type Attendance = readonly (Member & { present: boolean })[];

/** Versions of the sections that were on screen when somebody made the minutes final. */
export type SeenVersions = Readonly<Record<string, number>>;

/** Photographs by question, each by the SHA-256 of its bytes. */
export type PhotoHashes = Readonly<Record<string, readonly string[]>>;

/** Everything that was read out: what the fingerprint is taken over, on the device and on the server. */
export type MinutesSheet = {
  visitId: string;
  /** The day on which people signed; absent from devices of before it was said. */
  signedOn?: PlainDate | undefined;
  answers: Answers;
  photos: PhotoHashes;
  /** What was seen of earlier findings, by finding. */
  rechecks: Readonly<Record<string, Recheck>>;
  findings: readonly FindingDraft[];
  conclusion: string;
  /** Absent from devices of before hours were asked for. */
  hours?: VisitHours | undefined;
  /** Absent from minutes of before it was asked: they name the whole team. */
  attendance?: Attendance | undefined;
  representative: Representative;
  /** Absent where nobody signed beside the representative. */
  signatories?: readonly Signatory[] | undefined;
  /** The text that was read and signed; absent from minutes of before it was sealed with them. */
  words?: MinutesWords | undefined;
};

/** Minutes as a device sealed them: what they say, and the very text that the fingerprint was taken over. */
export type SealedMinutes = { text: string; sheet: MinutesSheet };

/** What is read of the signed text itself; an amendment says nothing of the answers. */
export type SignedText = SignedParts & {
  representative: { signature: Signature };
  signatories?: Signatory[] | undefined;
};

/** What papers print from the signed text itself, as far as it says it. */
type SignedParts = {
  signedOn?: PlainDate | undefined;
  answers?: Answers | undefined;
  photos?: PhotoHashes | undefined;
  attendance?: Attendance | undefined;
  words?: MinutesWords | undefined;
};

/** One version of a visit's minutes as they stand for ever. */
export type MinutesRecord = {
  /** Its text does not have the form that it names: of what was signed nothing is said then. */
  unreadable?: true;
  version: number;
  amends: number | null;
  reason: string;
  fingerprint: string;
  opinion: Opinion;
  statement: string;
  representativeName: string;
  representativeTitle: string;
  signature: Signature;
  signatories: readonly Signatory[];
  hours: VisitHours;
  signed: SignedParts;
  /** By the clock of the device or, from an office page, of the site. */
  recordedAt: Date;
  /** Seconds by which that clock was fast; null where it is not known or the site's own. */
  clockFast: number | null;
  /** When the site received it; the same moment where it was made on an office page. */
  receivedAt: Date;
  receiptNo: string;
};
