import type { MinutesRecord } from "@/lib/visits/minutes/types";
import type { OutsidePhoto, Photo } from "@/lib/visits/photos/types";
import type { MediaType } from "@/lib/files/types";

export const chunkBytes = 256 * 1024;
export const largestPhoto = 10 * 1024 * 1024;
/** Of one question. */
export const mostPhotos = 12;
/** Of one visit: as many as its paper can print. */
export const mostOfVisit = 200;
export const longestCaption = 300;
/** What a photograph is called that came without a name. */
export const unnamed = "photo";
/** Of one person, in pieces that are not whole yet: all photographs of an answer, sent at once. */
export const mostKept = mostPhotos * largestPhoto;

export const isPhoto = (mediaType: MediaType | null): boolean => mediaType?.startsWith("image/") ?? false;

export type Chunk = { start: number; length: number };

/** How many bytes are there without a gap, from the beginning: where sending goes on. */
export function receivedUpTo(chunks: readonly Chunk[]): number {
  const inOrder = [...chunks].sort((a, b) => a.start - b.start);
  return inOrder.reduce((end, { start, length }) => (start <= end ? Math.max(end, start + length) : end), 0);
}

type Signed = Pick<MinutesRecord, "signed" | "recordedAt" | "clockFast">;
type Received = Omit<OutsidePhoto, "late">;

/** Those of the photographs received that signed minutes do not name; none where the minutes do not say which are theirs. */
export const outsideOf = (
  { signed, recordedAt, clockFast }: Signed,
  received: readonly Received[],
): OutsidePhoto[] => {
  const { photos } = signed;
  if (photos === undefined) return [];
  const signedAt = recordedAt.getTime() - (clockFast ?? 0) * 1000;
  return received
    .filter(({ questionCode, sha256 }) => !(photos[questionCode] ?? []).includes(sha256))
    .map((photo) => ({ ...photo, late: photo.receivedAt.getTime() > signedAt }));
};

/** Whether, and how, a photograph is outside the signed minutes. */
export const outsideAs = (
  { questionCode, sha256 }: Photo,
  outside: readonly OutsidePhoto[],
): OutsidePhoto | undefined =>
  outside.findLast((each) => each.questionCode === questionCode && each.sha256 === sha256);
