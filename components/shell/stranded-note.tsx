import { useTranslations } from "next-intl";

import type { FrameProps } from "@/lib/gate/page";

/**
 * A form that was refused, for whose page draws it no more: why, what was typed, and the way to what stands now. Where the page has the
 * form still, the form says all this itself, and this is not shown (app/styles/shell.css).
 */
export function StrandedNote({ problems, typed, above }: NonNullable<FrameProps["stranded"]>) {
  const words = useTranslations("common.stranded");
  const common = useTranslations("common");
  return (
    <section className="stranded notice bad stack" role="alert">
      {above === null ? <strong>{words("title")}</strong> : <h1>{words("title")}</h1>}
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p>{words(typed.length > 0 ? "typed" : "nothingTyped")}</p>
      {typed.length > 0 && (
        <dl className="summary-list">
          {typed.map(({ label, texts }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="prose">{texts.join("\n")}</dd>
            </div>
          ))}
        </dl>
      )}
      {above !== null && (
        <p>
          <a className="button second" href={above}>
            {above === "/" ? common("home") : words("now")}
          </a>
        </p>
      )}
    </section>
  );
}
