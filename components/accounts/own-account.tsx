import { getTranslations } from "next-intl/server";

import { AccountFacts } from "@/components/accounts/account-facts";
import { SessionTable } from "@/components/accounts/session-table";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Account, OpenSession } from "@/lib/accounts/types";
import { untouched, type FormAction } from "@/lib/gate/types";

type Props = {
  account: Account;
  sessions: readonly OpenSession[];
  actions: { endOwnSession: FormAction; endOtherSessions: FormAction };
};

export async function OwnAccount({ account, sessions, actions }: Props) {
  const words = await getTranslations("accounts");
  const common = await getTranslations("common");
  const endOne = await formWords(words("endSession"));
  return (
    <>
      <h1>{words("ownSentence", { name: account.fullName, role: common(`role.${account.role}`) })}</h1>
      <AccountFacts account={account} />
      <div className="row">
        <a className="button second" href="/me/password">
          {words("passwordTitle")}
        </a>
        <form method="post" action="/locale?next=/me">
          <button className="button second">{common("languageSwitch")}</button>
        </form>
      </div>
      <section className="stack">
        <h2>{words("sessionsTitle")}</h2>
        <p className="soft">{words("sessionsIntro")}</p>
        <SessionTable
          sessions={sessions}
          end={(session) => (
            <Form
              action={actions.endOwnSession}
              initial={untouched}
              second
              words={endOne}
              fields={[{ kind: "hidden", name: "id", value: session.id }]}
            />
          )}
        />
        {sessions.length > 1 && (
          <Form
            action={actions.endOtherSessions}
            initial={untouched}
            second
            words={await formWords(words("endOthers"))}
            fields={[]}
          />
        )}
      </section>
    </>
  );
}
