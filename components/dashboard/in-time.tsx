import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { stageTone } from "@/lib/adoption/labels";
import type { StandingLine } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Who has not declared and is not late either, by name: with the overdue, all that are not as they should be. */
export function InTime({ lines, on }: { lines: readonly StandingLine[]; on: PlainDate }) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  const inTime = lines.filter(({ bucket, overdueDays }) => bucket !== "declared" && overdueDays === null);
  if (inTime.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        {words("inTimeTitle")} <span className="soft">{inTime.length}</span>
      </h2>
      <ul className="plain in-time">
        {inTime.map(({ id, code, name, stage }) => (
          <li key={id} className="required-line">
            <a href={`/agencies/${code}?on=${formatDate(on)}`}>{name}</a>{" "}
            <Tag tone={stageTone[stage]}>{adoption(`stage.${stage}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
