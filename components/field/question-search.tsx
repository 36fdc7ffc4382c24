import { useId, useState } from "react";

import { placeOf } from "@/components/field/route";
import { findQuestions } from "@/components/field/search";
import { answersOf } from "@/components/field/sheets";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { Held } from "@/lib/offline/types";

export type QuestionSearchProps = { visit: PackedVisit; held: Held; words: Words };

const shown = 12;

/** Any question of the visit by a few letters of it, or of what was written about it. */
export function QuestionSearch({ visit, held, words }: QuestionSearchProps) {
  const [sought, setSought] = useState("");
  const id = useId();
  const answers = answersOf(visit, held, null);
  const found = findQuestions(visit, answers, sought);
  const asked = sought.trim() !== "";
  return (
    <search className="question-search">
      <label htmlFor={id}>{words.field.search}</label>
      <input
        id={id}
        type="search"
        className="input"
        autoComplete="off"
        value={sought}
        onChange={(event) => {
          setSought(event.currentTarget.value);
        }}
      />
      <p className="soft small" role="status">
        {asked &&
          (found.length === 0 ? words.field.foundNone : fill(words.field.found, { count: found.length }))}
      </p>
      <ul className="plain">
        {found.slice(0, shown).map(({ code, groupCode, text }) => {
          const answer = answers[code];
          return (
            <li key={code}>
              <a className="task" href={placeOf(visit.id, groupCode, code)}>
                <span>
                  {code} {text}
                </span>{" "}
                <span className="soft">
                  {words.audits.outcome[answer?.outcome ?? "not_checked"]}
                  {answer?.note && `. ${answer.note}`}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </search>
  );
}
