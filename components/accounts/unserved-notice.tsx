import { useTranslations } from "next-intl";

import { unserved } from "@/lib/appointments/staffing/rules";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { formatDate } from "@/lib/kernel/format";

/** So many agencies stand open; the rest have time. */
const shown = 5;

function Agencies({ agencies }: { agencies: readonly Staffing[] }) {
  const words = useTranslations("accounts.unserved");
  return (
    <ul>
      {agencies.map(({ code, name, ever, moved, posts, findings, submitted, dueOn }) => {
        const gone = [
          ...new Set(posts.filter(({ personId }) => moved.includes(personId)).map((each) => each.name)),
        ];
        const said = [
          gone.length > 0 && words("moved", { names: gone.join(", ") }),
          gone.length === 0 && ever && words("locked"),
          findings > 0 && words("findings", { count: findings }),
          submitted > 0 && words("submitted", { count: submitted }),
          dueOn && words("due", { date: formatDate(dueOn) }),
        ].filter((each) => typeof each === "string");
        return (
          <li key={code}>
            <a href={`/agencies/${code}/people`}>{name}</a>
            {said.length > 0 && `: ${said.join("; ")}`}
          </li>
        );
      })}
    </ul>
  );
}

/** Agencies for which no account works, with what waits there: those that everybody has left first. */
export function UnservedNotice({ agencies }: { agencies: readonly Staffing[] }) {
  const words = useTranslations("accounts.unserved");
  const without = unserved(agencies);
  if (without.length === 0) return null;
  return (
    <div className="notice watch">
      <strong>{words("title", { count: without.length, total: agencies.length })}</strong>
      <Agencies agencies={without.slice(0, shown)} />
      {without.length > shown && (
        <details>
          <summary>{words("others", { n: without.length - shown })}</summary>
          <Agencies agencies={without.slice(shown)} />
        </details>
      )}
    </div>
  );
}
