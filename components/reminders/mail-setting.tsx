import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { untouched, type FormAction } from "@/lib/gate/types";
import { locales } from "@/lib/kernel/format";
import type { MailSetting } from "@/lib/reminders/settings/types";

/** Where reminders go, in which language, and whether they go at all. */
export async function MailSettingForm({
  setting,
  on,
  action,
}: {
  setting: MailSetting;
  /** Whether this site can send mail. */
  on: boolean;
  action: FormAction;
}) {
  const words = await getTranslations("mails.setting");
  return (
    <section className="stack" id="mail">
      <h2>{words("title")}</h2>
      <p className="soft">{words("intro")}</p>
      {!on && <p className="notice watch">{words("off")}</p>}
      <Form
        action={action}
        initial={untouched}
        words={await formWords(words("submit"))}
        fields={[
          {
            kind: "text",
            name: "address",
            label: words("address"),
            hint: words("addressHint"),
            value: setting.address ?? "",
            autoComplete: "email",
            optional: true,
          },
          {
            kind: "radios",
            name: "language",
            label: words("language"),
            options: locales.map((value) => ({ value, label: words(`languageOf.${value}`) })),
            value: setting.language,
          },
          {
            kind: "radios",
            name: "reminders",
            label: words("reminders"),
            options: (["on", "off"] as const).map((value) => ({
              value,
              label: words(`remindersOf.${value}`),
            })),
            value: setting.stopped ? "off" : "on",
          },
        ]}
      />
    </section>
  );
}
