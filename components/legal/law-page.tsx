import { useTranslations } from "next-intl";

import { DecisionRows, type DecisionRowsProps } from "@/components/catalogue/decision-rows";
import { LawClocks } from "@/components/legal/law-clocks";
import { LawName, Provision, RelationLine, Since } from "@/components/legal/law-name";
import { UpdatesTable, type UpdateOf } from "@/components/updates/updates-table";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/kernel/format";
import { dayDone, type PlainDate } from "@/lib/kernel/plain-date";
import { isReleasable } from "@/lib/legal/changes/rules";
import type { LegalChange } from "@/lib/legal/changes/types";
import type { LegalTerm, UpperStep } from "@/lib/legal/clocks/types";
import { lawTone } from "@/lib/legal/labels";
import type { Law } from "@/lib/legal/register/types";
import { shortName } from "@/lib/legal/rules";

export type LawPageProps = {
  law: Law;
  steps: readonly UpperStep[];
  term: LegalTerm | null;
  updates: readonly UpdateOf[];
  /** What its changes publish of procedures, by the id of the change. */
  rows: ReadonlyMap<string, Pick<DecisionRowsProps, "rows" | "clear">>;
  may: { register: boolean; history: boolean };
  today: PlainDate;
};

const dayOf = (at: Date, today: PlainDate): string => formatDate(dayDone(at, today));

function Facts({ law, today }: { law: Law; today: PlainDate }) {
  const words = useTranslations("legal");
  const known = law.setsProcedures === null ? "unknown" : law.setsProcedures ? "yes" : "no";
  return (
    <p>
      {words("factsIssued", { issuer: law.issuer, date: formatDate(law.issuedOn) })}{" "}
      {law.inForceFrom
        ? words("factsForce", { date: formatDate(law.inForceFrom) })
        : words("factsForceUnknown")}{" "}
      {law.inForceTo && `${words("factsEnd", { date: formatDate(law.inForceTo) })} `}
      {words(`factsProcedures.${known}`)} {law.shortened && `${words("factsShortened")} `}
      {law.registered &&
        words("registeredBy", { name: law.registered.by, date: dayOf(law.registered.at, today) })}
    </p>
  );
}

type ChangeProps = {
  law: Law;
  change: LegalChange;
  updates: readonly UpdateOf[];
  published: Pick<DecisionRowsProps, "rows" | "clear"> | undefined;
  mayRegister: boolean;
  today: PlainDate;
};

/** What was noted together: as a draft with the way on, or released with how far it has got. */
function Change({ law, change, updates, published, mayRegister, today }: ChangeProps) {
  const words = useTranslations("legal");
  const { released, undone } = change;
  return (
    <section className="stack">
      {!released && <h3>{words("noted")}</h3>}
      <ul className={undone ? "soft" : undefined}>
        {change.relations.map((relation) => (
          <li key={relation.id}>
            <RelationLine relation={relation} since={law.inForceFrom} />{" "}
            {!released && mayRegister && (
              <a href={`/laws/${law.id}/drop?relation=${relation.id}`}>{words("drop")}</a>
            )}
          </li>
        ))}
      </ul>
      {published && (
        <DecisionRows
          {...published}
          heading="h3"
          lawId={law.id}
          from={law.inForceFrom ?? law.issuedOn}
          open={!released && mayRegister}
        />
      )}
      {!released && mayRegister && isReleasable(change) && (
        <p>
          <a className="button" href={`/laws/${law.id}/release`}>
            {words("release")}
          </a>
        </p>
      )}
      {released && (
        <p className="soft small">
          {words("releasedBy", { name: released.by, date: dayOf(released.at, today) })}{" "}
          {undone &&
            words("undoneBy", { name: undone.by, date: dayOf(undone.at, today), reason: undone.reason })}{" "}
          {!undone && mayRegister && <a href={`/laws/${law.id}/undo?change=${change.id}`}>{words("undo")}</a>}
        </p>
      )}
      {updates.length > 0 && (
        <section className="stack">
          <h3>{words("updates")}</h3>
          <UpdatesTable updates={updates} />
        </section>
      )}
    </section>
  );
}

function Bearing({ law }: { law: Law }) {
  const words = useTranslations("legal");
  if (law.bearing.length === 0) return <p className="soft">{words("nothingDone")}</p>;
  return (
    <ul>
      {law.bearing.map(({ id, kind, provision, law: other, since }) => (
        <li key={id}>
          <Provision provision={provision} /> {words(`borne.${kind}`)} <LawName law={other} />,{" "}
          <Since day={since} />
        </li>
      ))}
    </ul>
  );
}

/** A document of law: what it is, where it stands, what it does to others and others to it, and who has taken it up. */
export function LawPage({ law, steps, term, updates, rows, may, today }: LawPageProps) {
  const words = useTranslations("legal");
  const common = useTranslations("common");
  const catalogue = useTranslations("catalogue");
  const nothing = law.always.length + law.changes.length === 0;
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href="/laws">{words("title")}</a>
        </p>
        <h1>{shortName(law)}</h1>
        <p>{law.title}</p>
        <p className="row">
          <Tag tone={lawTone[law.state]}>{words(`state.${law.state}`)}</Tag>{" "}
          {!law.verified && <Tag tone="watch">{words("unverified")}</Tag>}{" "}
          {may.history && law.registered && <a href={`/history/law/${law.id}`}>{common("history")}</a>}{" "}
          {may.register && <a href={`/laws/${law.id}/edit`}>{words("correct")}</a>}
        </p>
        <Facts {...{ law, today }} />
      </div>
      <section className="stack">
        <h2>{words("does")}</h2>
        {nothing && <p className="soft">{words("nothingDoes")}</p>}
        {law.always.length > 0 && (
          <ul>
            {law.always.map((relation) => (
              <li key={relation.id}>
                <RelationLine relation={relation} since={law.inForceFrom} />
              </li>
            ))}
          </ul>
        )}
        {law.changes.map((change) => (
          <Change
            key={change.id}
            {...{ law, change, today, mayRegister: may.register }}
            published={rows.get(change.id)}
            updates={updates.filter(({ changeId }) => changeId === change.id)}
          />
        ))}
        {may.register && (
          <p>
            <a className="button second" href={`/laws/${law.id}/note`}>
              {words("note")}
            </a>{" "}
            <a className="button second" href={`/laws/${law.id}/procedures`}>
              {catalogue("read")}
            </a>
          </p>
        )}
      </section>
      {law.changes.some(({ released, undone }) => released && !undone) && <LawClocks {...{ steps, term }} />}
      <section className="stack">
        <h2>{words("doneTo")}</h2>
        <Bearing law={law} />
      </section>
    </div>
  );
}
