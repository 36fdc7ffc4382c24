import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ProcedureMarks, ProcedureState } from "@/components/catalogue/procedure-line";
import { DeclaredOtherwise, type DeclaredCount } from "@/components/coverage/declared-otherwise";
import { AsOfForm } from "@/components/ui/as-of-form";
import { LongPart } from "@/components/ui/fold";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure } from "@/lib/catalogue/types";
import { countCoverage, missingOf } from "@/lib/coverage/rules";
import type { CarryingDocument, Coverage } from "@/lib/coverage/types";
import type { AskedDay } from "@/lib/gate/types";
import { formatDate, formatRate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type CoveragePageProps = {
  agency: { code: string; name: string };
  coverage: Coverage;
  /** The declaration that stands; null where none does. */
  declared: DeclaredCount | null;
  /** How the scope has changed since the system was declared; null where it has not. */
  scope: { added: readonly Procedure[]; gone: readonly Procedure[]; declaredOn: PlainDate } | null;
  asked: AskedDay;
  /** May the viewer say which procedures the agency handles, and does the page show today? */
  mayRecord: boolean;
};

type Line = Procedure & { documents: readonly CarryingDocument[] };

function Lines({ lines, more }: { lines: readonly Line[]; more?: (line: Line) => ReactNode }) {
  return (
    <ul className="stack-close">
      {lines.map((line) => (
        <li key={line.id}>
          {procedureName(line)} <ProcedureMarks procedure={line} />{" "}
          {line.documents.map(({ id, code }) => (
            <span key={id}>
              <a href={`/documents/${id}`}>{code}</a>{" "}
            </span>
          ))}
          {more?.(line)}
        </li>
      ))}
    </ul>
  );
}

function Counts({ coverage }: { coverage: Coverage }) {
  const words = useTranslations("catalogue");
  const locale = useLocale();
  const { published, internal } = countCoverage(coverage);
  if (published.total + internal.total === 0) return <p className="notice">{words("coverageNone")}</p>;
  return (
    <>
      <p>
        {words("coverageSentence", {
          ...published,
          rate: formatRate(published.covered, published.total, locale) ?? "–",
        })}{" "}
        {internal.total > 0 && words("coverageInternal", internal)}
      </p>
      <p className="soft small">{words("coverageDefinition")}</p>
    </>
  );
}

/** That the scope has changed since the declaration, what of it, and what the law asks then. */
function ScopeChange({ scope }: Pick<CoveragePageProps, "scope">) {
  const words = useTranslations("catalogue");
  if (!scope) return null;
  const { added, gone, declaredOn } = scope;
  const named = (all: readonly Procedure[]): string => all.map(procedureName).join("; ");
  return (
    <div className="notice watch">
      <p>{words("scopeChanged", { date: formatDate(declaredOn) })}</p>
      {added.length > 0 && <p>{words("scopeAdded", { names: named(added) })}</p>}
      {gone.length > 0 && <p>{words("scopeGone", { names: named(gone) })}</p>}
    </div>
  );
}

/** Which procedures an agency handles on a day, and which of its documents carry each: first those that none carries. */
export function CoveragePage({ agency, coverage, declared, scope, asked, mayRecord }: CoveragePageProps) {
  const words = useTranslations("catalogue");
  const missing = missingOf(coverage);
  const covered = coverage.handled.filter(({ documents }) => documents.length > 0);
  const at = `/agencies/${agency.code}`;
  return (
    <>
      <div className="stack">
        <p>
          <a href={at}>{agency.name}</a>
        </p>
        <h1>{words("coverage")}</h1>
        <AsOfForm asked={asked} action={`${at}/procedures`} />
        <Counts coverage={coverage} />
        <DeclaredOtherwise {...{ coverage, declared }} />
        <ScopeChange scope={scope} />
        {mayRecord && (
          <p className="no-print">
            <a className="button" href={`${at}/procedures/edit`}>
              {words("handledRecord")}
            </a>
          </p>
        )}
      </div>
      {coverage.handled.length > 0 && (
        <section className="stack">
          <h2>{words("missing")}</h2>
          {missing.length === 0 ? <p>{words("missingNone")}</p> : <Lines lines={missing} />}
        </section>
      )}
      {coverage.coming.length > 0 && (
        <section className="stack">
          <h2>{words("coming")}</h2>
          <ul className="stack-close">
            {coverage.coming.map((each) => (
              <li key={`${each.id} ${each.kind}`}>
                {procedureName(each)}: {words(`comes.${each.kind}`, { date: formatDate(each.on) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {coverage.dead.length > 0 && (
        <section className="stack">
          <h2>{words("dead")}</h2>
          <Lines
            lines={coverage.dead}
            more={(line) =>
              line.ended ? (
                <ProcedureState procedure={line} />
              ) : (
                <span className="small">{words("deadDropped")}</span>
              )
            }
          />
        </section>
      )}
      {covered.length > 0 && (
        <LongPart title={words("coveredList")}>
          <Lines lines={covered} />
        </LongPart>
      )}
    </>
  );
}
