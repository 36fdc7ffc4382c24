import { questionsOf } from "@/lib/checklists/rules";
import type { PhotoHashes } from "@/lib/visits/minutes/types";
import type { VisitRecord } from "@/lib/visits/types";
import type { Annex, Block, Picture } from "@/lib/reports/documents/model";
import { note, paragraph } from "@/lib/reports/documents/model";

/** A photograph of a visit as papers print it; `image` is null where Word cannot show its kind. */
export type PaperPhoto = {
  questionCode: string;
  sha256: string;
  caption: string;
  image: Pick<Picture, "type" | "bytes" | "width" | "height"> | null;
};

/** Which photographs a paper shows: those whose hashes were signed, in the order of questions; all of them where none were. */
export const shownPhotos = (
  { checklist, scope, photos }: VisitRecord,
  signed: PhotoHashes | null,
): VisitRecord["photos"][string] =>
  questionsOf(checklist, scope).flatMap(({ code }) =>
    (photos[code] ?? []).filter(({ sha256 }) => signed === null || (signed[code] ?? []).includes(sha256)),
  );

/** The numbers that photographs have in their annex, by question. */
export function photoNumbers(photos: readonly PaperPhoto[]): Record<string, number[]> {
  const numbers: Record<string, number[]> = {};
  photos.forEach(({ questionCode }, index) => {
    numbers[questionCode] = [...(numbers[questionCode] ?? []), index + 1];
  });
  return numbers;
}

const captionOf = ({ questionCode, caption }: PaperPhoto, index: number): string =>
  `Ảnh ${index + 1}. Câu ${questionCode}${caption.trim() === "" ? "" : `: ${caption.trim()}`}`;

/** A photograph with the words below it; `image` is undefined where it has not arrived. */
type Captioned = Pick<PaperPhoto, "sha256" | "caption"> & { image?: PaperPhoto["image"] | undefined };

/** Each with its number, its question and what it shows. */
export const captioned = (photos: readonly PaperPhoto[]): PaperPhoto[] =>
  photos.map((photo, index) => ({ ...photo, caption: captionOf(photo, index) }));

const listed = (photos: readonly Captioned[], title: string): Block[] =>
  photos.length === 0
    ? []
    : [paragraph(title), ...photos.map(({ caption, sha256 }) => note(`${caption} (SHA-256: ${sha256})`))];

/** The photographs of a visit; those that cannot be shown are named. */
export function photoAnnex(
  photos: readonly Captioned[],
  attachedTo: string,
  fingerprint: string | null,
): Annex[] {
  if (photos.length === 0) return [];
  const pictures = photos.flatMap(({ image, caption }): Picture[] =>
    image ? [{ ...image, caption, description: caption }] : [],
  );
  const unseen = photos.filter(({ image }) => image === null);
  const awaited = photos.filter(({ image }) => image === undefined);
  const body: Block[] = [
    ...(pictures.length === 0 ? [] : [{ kind: "pictures", pictures } as const]),
    ...listed(unseen, "Các ảnh sau lưu trên hệ thống, không in được trong văn bản:"),
    ...listed(awaited, "Các ảnh sau thuộc biên bản, hệ thống chưa nhận được:"),
    ...(fingerprint === null ? [] : [note(`Ảnh thuộc biên bản có dấu vân SHA-256:\n${fingerprint}`)]),
  ];
  return [{ title: "Ảnh chụp tại cuộc kiểm tra", attachedTo, landscape: false, body }];
}
