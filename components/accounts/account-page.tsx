import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { AccountFacts } from "@/components/accounts/account-facts";
import { handoverFields } from "@/components/accounts/handover-fields";
import { HeldList } from "@/components/accounts/held-list";
import { personField } from "@/components/accounts/person-field";
import { rightsFields } from "@/components/accounts/rights-fields";
import { SessionTable } from "@/components/accounts/session-table";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { Holdings } from "@/lib/accounts/handover/types";
import type { Account, AgencyChoice, KnownPerson, OpenSession } from "@/lib/accounts/types";
import { untouched, type FormAction } from "@/lib/gate/types";

type Act =
  "changeRights" | "resetPassword" | "disableAccount" | "enableAccount" | "handOn" | "revokeSessions";

type Props = {
  account: Account;
  own: boolean;
  holdings: Holdings;
  sessions: readonly OpenSession[];
  agencies: readonly AgencyChoice[];
  people: readonly KnownPerson[];
  actions: Readonly<Record<Act, FormAction>>;
};

async function Acts({ account, agencies, people, actions, holdings }: Omit<Props, "own" | "sessions">) {
  const words = await getTranslations("accounts");
  const id: Field = { kind: "hidden", name: "id", value: account.id };
  const version = { name: "version", value: String(account.version) };
  const handover = await handoverFields(holdings, account.disabledAt === null);
  const single = account.disabledAt
    ? ([...(handover.length > 0 ? (["handOn"] as const) : []), "enableAccount", "resetPassword"] as const)
    : (["resetPassword", "revokeSessions", "disableAccount"] as const);
  const fieldsOf = (act: Act): Field[] => {
    if (act === "resetPassword") return [id, { kind: "read", ...version }];
    return act === "disableAccount" || act === "handOn" ? [id, ...handover] : [id];
  };
  return (
    <>
      <section className="stack">
        <h2>{words("rightsTitle")}</h2>
        <p className="soft">{words("rightsIntro")}</p>
        <Form
          action={actions.changeRights}
          initial={untouched}
          words={await formWords(words("act_changeRights"))}
          fields={[
            id,
            { kind: "edited", ...version },
            ...(await rightsFields(agencies, account)),
            await personField(people, false),
          ]}
        />
      </section>
      {single.map(async (act) => (
        <section className="stack" key={act}>
          <h2>{words(`title_${act}`)}</h2>
          <p className="soft">{words(`intro_${act}`)}</p>
          {act === "disableAccount" && account.role === "inspector" && (
            <p className="soft">{words("deviceNote")}</p>
          )}
          <Form
            action={actions[act]}
            initial={untouched}
            second
            words={await formWords(words(`act_${act}`))}
            fields={fieldsOf(act)}
          />
        </section>
      ))}
    </>
  );
}

function HeldSection({ account, holdings: { held } }: Pick<Props, "account" | "holdings">) {
  const words = useTranslations("accounts");
  return (
    <section className="stack">
      <h2>{words("heldTitle")}</h2>
      {held.length === 0 && <p className="soft">{words("heldNone")}</p>}
      {held.length > 0 && account.disabledAt && <p className="notice watch">{words("heldLeft")}</p>}
      <HeldList held={held} />
    </section>
  );
}

export async function AccountPage({ account, own, holdings, sessions, agencies, people, actions }: Props) {
  const words = await getTranslations("accounts");
  return (
    <>
      <p>
        <a href="/accounts">{words("backToList")}</a>
      </p>
      <div className="row-between">
        <h1>{account.fullName}</h1>
        <a href={`/history/account/${account.id}`}>{words("history")}</a>
      </div>
      <AccountFacts account={account} />
      <section className="stack">
        <h2>{words("sessionsTitle")}</h2>
        <SessionTable sessions={sessions} />
      </section>
      {!own && <HeldSection account={account} holdings={holdings} />}
      {own ? (
        <p className="notice">
          {words("ownNote")} <a href="/me">{words("ownTitle")}</a>
        </p>
      ) : (
        <Acts {...{ account, holdings, agencies, people, actions }} />
      )}
    </>
  );
}
