import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { AccountFacts } from "@/components/accounts/account-facts";
import { changeSuccessor, handoverFields } from "@/components/accounts/handover-fields";
import { HeldList } from "@/components/accounts/held-list";
import { personField } from "@/components/accounts/person-field";
import { rightsFields } from "@/components/accounts/rights-fields";
import { SessionTable } from "@/components/accounts/session-table";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { countHeld, heldShown, stranded } from "@/lib/accounts/handover/rules";
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

const strandedWith = (account: Account, { held }: Holdings) =>
  stranded(held, { ...account, disabled: account.disabledAt !== null });

async function Acts({ account, agencies, people, actions, holdings }: Omit<Props, "own" | "sessions">) {
  const words = await getTranslations("accounts");
  const id: Field = { kind: "hidden", name: "id", value: account.id };
  const shown: Field = { kind: "read", name: "shown", value: heldShown(holdings.held) };
  const version = { name: "version", value: String(account.version) };
  const lost = { ...holdings, held: strandedWith(account, holdings) };
  const [locking, passing] = [await handoverFields(holdings, true), await handoverFields(lost, false)];
  const handOn = passing.length > 0 ? (["handOn"] as const) : [];
  const single = account.disabledAt
    ? ([...handOn, "enableAccount", "resetPassword"] as const)
    : ([...handOn, "resetPassword", "revokeSessions", "disableAccount"] as const);
  const fieldsOf = (act: Act): Field[] => {
    if (act === "resetPassword") return [id, { kind: "read", ...version }];
    if (act === "handOn") return [id, shown, ...passing];
    return act === "disableAccount" ? [id, shown, ...locking] : [id];
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
            shown,
            ...(await rightsFields(agencies, account)),
            await personField(people, false),
            ...(await changeSuccessor(holdings)),
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

function HeldSection({ account, holdings }: Pick<Props, "account" | "holdings">) {
  const words = useTranslations("accounts");
  const { held } = holdings;
  const lost = strandedWith(account, holdings);
  return (
    <section className="stack">
      <h2>{words("heldTitle")}</h2>
      {held.length === 0 && <p className="soft">{words("heldNone")}</p>}
      {lost.length > 0 && (
        <p className="notice watch">
          {account.disabledAt ? words("heldLeft") : words("heldLost", { count: countHeld(lost) })}
        </p>
      )}
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
