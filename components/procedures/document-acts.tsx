import { useTranslations } from "next-intl";

import { stageOf } from "@/lib/submissions/rules";
import { submissionAddress } from "@/lib/submissions/types";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";

/** What somebody may do with the document of an agency. */
export type DocumentRights = Record<"draft" | "submit" | "approve" | "record" | "keep" | "withdraw", boolean>;

type Props = {
  document: DocumentRecord;
  draft: Revision | undefined;
  current: Revision | undefined;
  may: DocumentRights;
};

type Link = { name: string; href: string; beside?: true };

/** What comes next first, as the one button that stands out; what is done beside it never is. */
function linksOf({ document, draft, current, may }: Props, words: (key: Key) => string): Link[] {
  const at = `/documents/${document.id}`;
  const stage = stageOf(document.submission);
  const { agencyCode, id } = document;
  const edit = may.draft && stage !== "waiting" && { name: words("continueDraft"), href: `${at}/edit` };
  const links: (Link | false | undefined)[] = draft
    ? [
        may.approve && { name: words("approve"), href: `${at}/approve` },
        stage === "returned" && edit,
        may.submit &&
          stage !== "waiting" && {
            name: words("submit"),
            href: submissionAddress("submit", { agencyCode, of: "document", id }),
          },
        stage !== "returned" && edit,
        may.record && { name: words("record"), href: `${at}/record`, beside: true },
      ]
    : [
        may.draft && { name: words("revise"), href: `${at}/edit` },
        may.keep && current && { name: words("keep"), href: `${at}/keep` },
      ];
  return links.flatMap((link) => link || []);
}

type Key = "approve" | "continueDraft" | "submit" | "record" | "revise" | "keep";

export function DocumentActs(props: Props) {
  const { document, draft, current, may } = props;
  const words = useTranslations("procedures");
  if (document.withdrawal || !may.draft) return null;
  const at = `/documents/${document.id}`;
  return (
    <p className="row no-print">
      {linksOf(props, words).map(({ name, href, beside }, index) => (
        <a key={href} className={index === 0 && !beside ? "button" : "button second"} href={href}>
          {name}
        </a>
      ))}{" "}
      {draft && current && <a href={`${at}/compare?from=${current.id}&to=${draft.id}`}>{words("compare")}</a>}
      {may.withdraw && document.revisions.some(({ approvedOn }) => approvedOn !== null) && (
        <a href={`${at}/withdraw`}>{words("withdraw")}</a>
      )}
    </p>
  );
}
