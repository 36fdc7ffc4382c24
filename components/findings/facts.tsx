import { useTranslations } from "next-intl";

import type { NamedFile } from "@/lib/findings/answers/types";

/** Names and values, one below the other. */
export function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="summary-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="prose">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The files of a record, by their names. */
export function Files({ files }: { files: readonly NamedFile[] }) {
  const words = useTranslations("findings");
  if (files.length === 0) return null;
  return (
    <ul className="plain small">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`/files/${id}`}>{words("openNamed", { name })}</a>
        </li>
      ))}
    </ul>
  );
}
