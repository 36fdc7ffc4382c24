import { useTranslations } from "next-intl";

import { Brand } from "@/components/shell/brand";

/** One button that stops the mails, and the word that nothing one owes goes away with them. */
export function StopPage({ secret, stopped }: { secret: string; stopped: boolean }) {
  const words = useTranslations("reminders.stop");
  const common = useTranslations("common");
  return (
    <main className="door">
      <Brand label={common("product")} href="/" />
      <h1>{words(stopped ? "done" : "title")}</h1>
      <p>{words(stopped ? "doneText" : "text")}</p>
      {!stopped && (
        <form method="post" action={`/api/mail/stop/${secret}`}>
          <button className="button">{words("act")}</button>
        </form>
      )}
      <p>
        <a href="/me">{words("settings")}</a>
      </p>
    </main>
  );
}
