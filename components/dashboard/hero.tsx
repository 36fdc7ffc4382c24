import { useLocale, useTranslations } from "next-intl";

import { PartsBar } from "@/components/dashboard/parts-bar";
import { Sign } from "@/components/ui/sign";
import type { Definition, Headline } from "@/lib/compliance/types";
import { formatDate, formatRate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type HeroProps = {
  headline: Headline;
  definition: Definition | null;
  /** When the figure of this day was last corrected. */
  correctedOn: PlainDate | null;
  on: PlainDate;
};

const listOf = (on: PlainDate, more: string): string => `/agencies?on=${formatDate(on)}${more}`;

/** The sentence and the number first, with what it counts, of what, by which definition, on which day. */
export function Hero({ headline, definition, correctedOn, on }: HeroProps) {
  const words = useTranslations("dashboard");
  const locale = useLocale();
  const { declared, in_progress: inProgress, not_started: notStarted, lapsed, total, overdue } = headline;
  const { late, lateSince } = headline;
  const date = formatDate(on);
  return (
    <section className="hero">
      <div className="stack">
        <h1 className="hero-sentence">
          {words.rich("sentence", {
            n: declared,
            total,
            rate: formatRate(declared, total, locale) ?? "–",
            b: (text) => <strong>{text}</strong>,
          })}
        </h1>
        <p className="hero-more">
          {overdue > 0
            ? words.rich(lateSince ? "overdueSince" : "overdueSentence", {
                overdue,
                due: lateSince ? formatDate(lateSince) : "",
                inProgress: late.in_progress,
                notStarted: late.not_started,
                lapsed: late.lapsed,
                link: (text) => <a href={listOf(on, "&overdue=1")}>{text}</a>,
              })
            : words("noneOverdue")}
        </p>
        {correctedOn && <p className="notice">{words("correctedHere", { date: formatDate(correctedOn) })}</p>}
        <PartsBar
          parts={headline}
          label={words("partsLabel", { declared, inProgress, notStarted, lapsed })}
        />
        <p className="row small">
          <a href={listOf(on, "&bucket=declared")}>
            <Sign tone="good" /> {words("declared", { n: declared })}
          </a>{" "}
          <a className="ink-watch" href={listOf(on, "&bucket=in_progress")}>
            <Sign tone="watch" /> {words("inProgress", { n: inProgress })}
          </a>{" "}
          <a className="ink-bad" href={listOf(on, "&bucket=not_started")}>
            <Sign tone="bad" /> {words("notStarted", { n: notStarted })}
          </a>
          {lapsed > 0 && (
            <a className="ink-bad" href={listOf(on, "&bucket=lapsed")}>
              <Sign tone="bad" /> {words("lapsed", { n: lapsed })}
            </a>
          )}
        </p>
        {definition && definition.acts.length > 0 && (
          <p className="soft small">
            {words("definition", {
              title: definition.title[locale].toLowerCase(),
              acts: definition.acts.join(", "),
              date,
            })}
          </p>
        )}
      </div>
      <p className="hero-number">
        <a href={listOf(on, "&bucket=declared")}>{declared}</a>{" "}
        <span>
          /<a href={listOf(on, "")}>{total}</a>
        </span>
      </p>
    </section>
  );
}
