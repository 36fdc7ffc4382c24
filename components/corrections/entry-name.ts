import type { useTranslations } from "next-intl";

import type { MilestoneKind, PublicationChannel } from "@/lib/adoption/types";
import type { ReviewKind } from "@/lib/self-reviews/types";
import type { Entry } from "@/lib/corrections/types";

type Words = {
  corrections: ReturnType<typeof useTranslations<"corrections">>;
  adoption: ReturnType<typeof useTranslations<"adoption">>;
  reviews: ReturnType<typeof useTranslations<"reviews">>;
};

/** An entry as people call it: kinds by their words, a declaration by its number, a posting by its place. */
export function entryName({ of, name }: Pick<Entry, "of" | "name">, words: Words): string {
  switch (of) {
    case "milestone":
      return words.adoption(`milestone.${name as MilestoneKind}`);
    case "review":
      return words.reviews(`kind.${name as ReviewKind}`);
    case "policy_draft":
    case "policy_submission":
      return words.corrections(`entry.${of}`);
    case "publication":
      return words.adoption(`channel.${name as PublicationChannel}`);
    case "answer":
    case "claim":
    case "declaration":
    case "posting":
    case "objective":
    case "document_review":
    case "document_submission":
    case "document_approval":
    case "document_withdrawal":
    case "update_judgement":
    case "policy_signature":
    case "document_draft":
      return words.corrections(`entry.${of}`, { name });
  }
}
