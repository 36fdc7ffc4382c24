import { useTranslations } from "next-intl";

import { Brand } from "@/components/shell/brand";
import { largest } from "@/lib/kernel/file-size";

/** Says that nothing of a form was read, for its files were too heavy, and leads back to it. */
export function TooLargePage({ form }: { form: string }) {
  const words = useTranslations("common");
  return (
    <main className="door">
      <Brand label={words("product")} href="/" />
      <h1>{words("tooLarge.title")}</h1>
      <div className="notice bad" role="alert">
        {words("tooLarge.text", largest)}
      </div>
      <p>{words("tooLarge.back")}</p>
      <p>
        <a className="button second" href={form}>
          {words("tooLarge.form")}
        </a>
      </p>
    </main>
  );
}
