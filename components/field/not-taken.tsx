import { RefreshPack } from "@/components/field/refresh-pack";
import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import { formatInstant } from "@/lib/kernel/format";

export type NotTakenProps = { field: Fieldwork; visitId: string; pack: FieldPack; words: Words["field"] };

/** The visit is not on this device: why that may be, how to get it, and where it can be recorded without being taken along. */
export function NotTaken({ field, visitId, pack, words }: NotTakenProps) {
  return (
    <div className="stack">
      <p>
        <a href="#/">‹ {words.home}</a>
      </p>
      <h1 tabIndex={-1}>{words.notTaken}</h1>
      <p>{words.notTakenWhy}</p>
      <p className="soft">{fill(words.packMade, { time: formatInstant(new Date(pack.madeAt)) })}</p>
      <p className="row">
        <RefreshPack field={field} className="button" words={words} />{" "}
        <a className="button second" href={`/audits/${visitId}`}>
          {words.plainForm}
        </a>
      </p>
    </div>
  );
}
