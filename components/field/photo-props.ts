import type { Words } from "@/components/field/words";
import type { Pictured } from "@/lib/offline/pictured";
import type { FieldStore } from "@/lib/offline/store";
import type { NewPhoto } from "@/lib/offline/types";

/** What the larger view of a question's photographs is given, and what draws on one of them. */
export type PhotoViewerProps = {
  pictures: readonly Pictured[];
  /** Of the picture that is open. */
  sha256: string;
  visitId: string;
  code: string;
  store: FieldStore;
  words: Words["field"];
  shown: (sha256: string | null) => void;
  added: (photo: NewPhoto) => Promise<boolean>;
};
