import { Fragment } from "react";

import { ExportLeft } from "@/components/field/export-queue";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { nameFor } from "@/lib/offline/left";

export type LeftNoteProps = { field: Fieldwork; words: Words["field"] };

/** That what others recorded is kept on this device, and how it goes on its way: nothing of it is shown. */
export function LeftNote({ field: { left, held, signedOut }, words }: LeftNoteProps) {
  if (left.length === 0) return null;
  return (
    <div className="notice watch stack" role="status">
      {left.map((each) => {
        const name = nameFor(each, held?.pack ?? null);
        const sentence = signedOut
          ? words.ofOthers.signedOut
          : name === null
            ? words.ofOthers.other
            : words.ofOthers.named;
        return (
          <Fragment key={each.accountId}>
            <p>{fill(sentence, { count: each.count, name: name ?? "" })}</p>
            <p>{words.ofOthers.carry}</p>
            <ExportLeft accountId={each.accountId} words={words.export} />
          </Fragment>
        );
      })}
      {!signedOut && (
        <p>
          <a href="/sign-in?next=/field">{words.ofOthers.signIn}</a>
        </p>
      )}
    </div>
  );
}
