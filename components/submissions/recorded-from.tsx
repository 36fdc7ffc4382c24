import { useTranslations } from "next-intl";

type Props = { name: string | null; attachmentId: string | null };

/** Who recorded from the signed paper what the head decided, and its scan. Nothing where the head's own account did. */
export function RecordedFrom({ name, attachmentId }: Props) {
  const words = useTranslations("submissions");
  if (name === null) return null;
  return (
    <p className="soft">
      {words("recordedFrom", { name })}{" "}
      {attachmentId && <a href={`/files/${attachmentId}`}>{words("scan")}</a>}
    </p>
  );
}
