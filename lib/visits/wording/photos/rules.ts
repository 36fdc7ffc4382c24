import { questionsOf } from "@/lib/checklists/rules";
import type { PhotoHashes } from "@/lib/visits/minutes/types";
import type { Said, Telling } from "@/lib/visits/wording/telling/types";
import type { WordedVisit, WordPhoto } from "@/lib/visits/wording/types";

/** The photographs in the order of questions, each with its number and what it shows. */
export function photosOf(
  { checklist, scope }: WordedVisit,
  hashes: PhotoHashes,
  captions: Said["captions"],
): WordPhoto[] {
  return questionsOf(checklist, scope)
    .flatMap(({ code }) => (hashes[code] ?? []).map((sha256) => ({ questionCode: code, sha256 })))
    .map(({ questionCode, sha256 }, index) => {
      const caption = captions[sha256]?.trim() ?? "";
      return {
        questionCode,
        sha256,
        text: `Ảnh ${index + 1}. Câu ${questionCode}${caption === "" ? "" : `: ${caption}`}`,
      };
    });
}

/** The numbers of the photographs of a question. */
export const photoNumbers = ({ photos }: Telling, code: string): string =>
  photos.flatMap(({ questionCode }, index) => (questionCode === code ? [index + 1] : [])).join(", ");
