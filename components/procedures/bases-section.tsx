import { useTranslations } from "next-intl";

import { CancelEntry } from "@/components/corrections/cancel-entry";
import { LawName, Provision } from "@/components/legal/law-name";
import { UpdateDue } from "@/components/updates/update-due";
import { Tag } from "@/components/ui/tag";
import { procedureName } from "@/lib/catalogue/rules";
import type { Corrections } from "@/lib/corrections/types";
import { formatDate } from "@/lib/kernel/format";
import { lawTone } from "@/lib/legal/labels";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { TextBasis } from "@/lib/procedures/bases/types";
import type { DocumentRecord } from "@/lib/procedures/types";
import { updateTone } from "@/lib/updates/labels";
import type { Update } from "@/lib/updates/types";

type Props = {
  document: DocumentRecord;
  bases: readonly TextBasis[];
  updates: readonly Update[];
  may: { record: boolean; judge: boolean };
  corrections: Corrections;
};

function Because({ update }: { update: Update }) {
  const words = useTranslations("legal");
  return update.because.map(({ kind, law, provision }) => (
    <p key={`${law.id} ${provision}`} className="small">
      {words("restsOn", {
        what: `${provision === "" ? words("whole") : provisionText(provision)} ${shortName(law)}`,
        law: shortName(update.law),
        relation: words(`relation.${kind}`),
      })}
    </p>
  ));
}

function TouchedProcedures({ update }: { update: Update }) {
  const words = useTranslations("catalogue");
  return update.procedures.map((each) => (
    <p key={`${each.id} ${each.act}`} className="small">
      {words("touchedProcedure", { name: procedureName(each), act: words(`act.${each.act}`).toLowerCase() })}
    </p>
  ));
}

function UpdateItem({
  update,
  document,
  may,
  corrections,
}: Omit<Props, "bases" | "updates"> & { update: Update }) {
  const words = useTranslations("legal");
  const { judgement, state } = update;
  const open = state === "open" || state === "waiting";
  return (
    <li className="stack-close">
      <p>
        <Tag tone={updateTone(update)}>{words(`updateState.${state}`)}</Tag> <LawName law={update.law} />:{" "}
        <UpdateDue update={update} />
      </p>
      {open && <Because update={update} />}
      {open && <TouchedProcedures update={update} />}
      {state === "open" && <p className="small soft">{words("updateHow", { law: shortName(update.law) })}</p>}
      {judgement && state === "unaffected" && (
        <p className="small">
          {words("judged", { name: judgement.by, date: formatDate(judgement.on), reason: judgement.reason })}{" "}
          <CancelEntry
            code={document.agencyCode}
            of="update_judgement"
            id={judgement.id}
            name={document.code}
            corrections={corrections}
          />
        </p>
      )}
      {open && may.judge && (
        <p className="row">
          <a href={`/documents/${document.id}/edit`}>{words("toEdit")}</a>{" "}
          <a href={`/documents/${document.id}/unaffected?change=${update.changeId}`}>
            {words("toUnaffected")}
          </a>
        </p>
      )}
    </li>
  );
}

/** What a document rests on, where that stands, and what changes of law ask of it. */
export function BasesSection({ bases, updates, ...of }: Props) {
  const words = useTranslations("legal");
  return (
    <section className="stack" id="bases">
      <h2>{words("bases")}</h2>
      {bases.length === 0 && <p className="soft">{words("basesNone")}</p>}
      {bases.length > 0 && (
        <ul className="stack-close">
          {bases.map(({ law, provision }) => (
            <li key={`${law.id} ${provision}`}>
              <LawName law={law} />
              {provision !== "" && (
                <>
                  , <Provision provision={provision} />
                </>
              )}{" "}
              <Tag tone={lawTone[law.state]}>{words(`state.${law.state}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
      {of.may.record && (
        <p>
          <a href={`/documents/${of.document.id}/bases`}>
            {words(bases.length === 0 ? "basesRecord" : "basesCorrect")}
          </a>
        </p>
      )}
      {updates.length > 0 && (
        <section className="stack">
          <h3>{words("update")}</h3>
          <ul className="stack">
            {updates.map((update) => (
              <UpdateItem key={update.changeId} update={update} {...of} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
