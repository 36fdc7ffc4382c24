import { useTranslations } from "next-intl";

import { Brand } from "@/components/shell/brand";
import type { Ending } from "@/lib/gate/types";
import type { Problem } from "@/lib/kernel/problem";

export type SignInProps = {
  next: string;
  csrfToken: string | null;
  problem: Problem | null;
  /** What became of the form that was sent by somebody signed out; null where none was. */
  ended: Ending | null;
  illustrative: boolean;
};

/** Posts straight to next-auth: signing in needs no JavaScript. */
export function SignIn({ next, csrfToken, problem, ended, illustrative }: SignInProps) {
  const words = useTranslations("identity");
  const common = useTranslations("common");
  const problems = useTranslations("problems");
  return (
    <main className="door">
      <Brand label={common("product")} href="/" />
      {illustrative && <div className="mark">{common("illustrative")}</div>}
      <h1>{words("title")}</h1>
      {problem ? (
        <div className="notice bad" role="alert" id="problem">
          {problems(problem.code, problem.values ?? {})}
        </div>
      ) : (
        <p className="soft">{words("intro")}</p>
      )}
      {ended && (
        <p className="notice watch" role="status">
          {words(`ended.${ended}`)}
        </p>
      )}
      {csrfToken === null ? (
        <p className="notice bad">{words("cookies")}</p>
      ) : (
        <form method="post" action="/api/auth/callback/credentials" className="form">
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value={next} />
          <div className="field">
            <label htmlFor="name">{words("name")}</label>
            <input
              className="input"
              id="name"
              name="name"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              aria-describedby={problem ? "problem" : undefined}
            />
          </div>
          <div className="field">
            <label htmlFor="password">{words("password")}</label>
            <input
              className="input"
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          </div>
          <button className="button">{words("submit")}</button>
        </form>
      )}
      <form
        method="post"
        action={`/locale?next=${encodeURIComponent(`/sign-in?next=${encodeURIComponent(next)}`)}`}
      >
        <button className="link-button">{common("language")}</button>
      </form>
    </main>
  );
}
