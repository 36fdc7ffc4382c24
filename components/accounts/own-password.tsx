import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { untouched, type FormAction } from "@/lib/gate/types";

export async function OwnPassword({ first, action }: { first: boolean; action: FormAction }) {
  const words = await getTranslations("accounts");
  return (
    <>
      <h1>{words(first ? "passwordFirstTitle" : "passwordTitle")}</h1>
      <p className="soft">{words("passwordIntro")}</p>
      <Form
        action={action}
        initial={untouched}
        words={await formWords(words("passwordSubmit"))}
        fields={[
          {
            kind: "password",
            name: "current",
            label: words(first ? "passwordGiven" : "passwordCurrent"),
            autoComplete: "current-password",
          },
          {
            kind: "password",
            name: "password",
            label: words("passwordNew"),
            hint: words("passwordHint"),
            autoComplete: "new-password",
          },
          {
            kind: "password",
            name: "repeated",
            label: words("passwordRepeated"),
            autoComplete: "new-password",
          },
        ]}
      />
    </>
  );
}
