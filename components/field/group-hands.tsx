import { SaveNote } from "@/components/field/save-note";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import { colleagueAt, handsAt, handsText } from "@/lib/visits/groups/rules";
import { handsOf } from "@/lib/offline/hands";
import type { GroupHands as Hands, VisitHands } from "@/lib/visits/groups/types";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

export type HandsProps = { visit: PackedVisit; groupCode: string; held: Held; words: Words };

/** Who recorded a group last and who has taken it, in one line; nothing where nobody is at it. */
export function HandsLine({ hands: at, words }: { hands: Hands; words: Words }) {
  const { hands, ...audits } = words.audits;
  const sentences: Readonly<Record<string, unknown>> = {
    ...audits,
    ...Object.fromEntries(Object.entries(hands).map(([key, sentence]) => [`hands.${key}`, sentence])),
  };
  const said = handsText(at, new Date(), (key, values) => fill(String(sentences[key]), values));
  if (said.length === 0) return null;
  return <p className="soft small hands-line">{said.join(" · ")}</p>;
}

type RecordersProps = { visit: PackedVisit; recorded: VisitHands | undefined; words: Words };

/** Who recorded each group of minutes, under them. Whoever audits alone needs none. */
export function Recorders({ visit: { team, checklist }, recorded = {}, words }: RecordersProps) {
  const groups = checklist.groups.filter(({ code }) => code in recorded);
  if (team.length < 2 || groups.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.audits.hands.title}</h2>
      <ul className="plain recorders">
        {groups.map(({ code, title }) => (
          <li key={code}>
            {`${code}. ${title}`}
            <HandsLine hands={handsAt(recorded, code)} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** At the head of a group: who is at it, and the key with which oneself takes it or gives it back. Whoever audits alone needs none. */
export function GroupHands({ store, ...at }: HandsProps & { store: FieldStore }) {
  const { visit, groupCode, held, words } = at;
  if (visit.team.length < 2) return null;
  const hands = handsOf(visit, held, groupCode);
  const name = colleagueAt(hands);
  const mine = hands.takers.some((taker) => taker.mine);
  const key = `group ${visit.id} ${groupCode}`;
  const { field } = words;
  return (
    <div className="group-hands">
      <div>
        <HandsLine hands={hands} words={words} />
        {name !== null && <p className="small">{fill(words.audits.hands.theirs, { name })}</p>}
      </div>
      <button
        type="button"
        className="link-button"
        onClick={() =>
          void store.saving.save(key, !mine, () => store.takeGroup(visit.id, groupCode, !mine), {
            asked: true,
          })
        }
      >
        {mine ? field.giveBackGroup : field.takeGroup}
      </button>
      <SaveNote saving={store.saving} at={key} what={field.save.decision} words={field.save} />
    </div>
  );
}
