import { useTranslations } from "next-intl";

import type { Held } from "@/lib/accounts/handover/types";
import type { Topic } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";

type Duty = "leader" | "deputy" | "secretary" | "member";

/** Says each thing that somebody holds in words. */
function useHeldWords(): (held: Held) => string {
  const words = useTranslations("accounts");
  const findings = useTranslations("findings");
  return ({ kind, agencyName: agency, detail, name, day }) => {
    const date = day ? formatDate(day) : "";
    switch (kind) {
      case "visit":
        return words("held.visit", { duty: words(`duty.${detail as Duty}`), agency, date });
      case "group":
        return words("held.group", { detail, agency, date });
      case "follow_up":
        return words("held.follow_up", { count: Number(detail), agency, date });
      case "post":
        return words("held.post", { title: name, agency, date });
      case "typed":
        return words("held.typed", { agency, date });
      case "head":
        return words("held.head", { title: name, agency, date });
      case "draft":
        return words("held.draft", { title: name, agency });
      case "responsible":
        return words("held.responsible", { topic: findings(`topic.${detail as Topic}`), code: name, agency });
      case "desk":
        return words("held.desk", { agency });
    }
  };
}

/** What somebody holds, one line for each thing. */
export function HeldList({ held }: { held: readonly Held[] }) {
  const say = useHeldWords();
  return (
    <ul className="stack">
      {held.map((each) => (
        <li key={`${each.kind} ${each.id}`}>{say(each)}</li>
      ))}
    </ul>
  );
}
