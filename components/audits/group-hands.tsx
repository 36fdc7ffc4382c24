import { useTranslations } from "next-intl";

import { handsAt, handsText, recordedIn } from "@/lib/visits/groups/rules";
import type { GroupHands, VisitHands } from "@/lib/visits/groups/types";
import type { VisitRecord } from "@/lib/visits/types";

/** Who recorded a group last and who has taken it, in one line; nothing where nobody is at it. */
export function HandsLine({ hands, now }: { hands: GroupHands; now: Date }) {
  const words = useTranslations("audits");
  const said = handsText(hands, now, words);
  return said.length === 0 ? null : <span className="soft small">{said.join(" · ")}</span>;
}

export type HandsListProps = { visit: VisitRecord; hands: VisitHands; now: Date };

/**
 * The groups of a visit at which somebody is, and for its team the way to the form that gives them; of a final one who recorded
 * each. Whoever audits alone needs none.
 */
export function HandsList({ visit, hands: all, now }: HandsListProps) {
  const words = useTranslations("audits.hands");
  const isFinal = visit.state === "final";
  const hands = isFinal ? recordedIn(all) : all;
  const groups = visit.checklist.groups.filter(({ code }) => code in hands);
  if (visit.team.length < 2 || (isFinal && groups.length === 0)) return null;
  return (
    <section className="stack">
      <h2>{words("title")}</h2>
      {groups.length === 0 ? (
        <p className="soft">{words("none")}</p>
      ) : (
        <ul className="plain">
          {groups.map(({ code, title }) => (
            <li className="answer-line" key={code}>
              <span>{`${code}. ${title}`}</span>
              <HandsLine hands={handsAt(hands, code)} now={now} />
            </li>
          ))}
        </ul>
      )}
      {visit.mine && !isFinal && (
        <p>
          <a className="button second" href={`/audits/${visit.id}/groups`}>
            {words("give")}
          </a>
        </p>
      )}
    </section>
  );
}
