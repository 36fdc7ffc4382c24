import { useTranslations } from "next-intl";

import { Brand } from "@/components/shell/brand";
import type { NotTaken } from "@/lib/gate/types";
import { largest } from "@/lib/kernel/file-size";

/** Says that nothing of a form was read, and why, and leads back to it. */
export function NotTakenPage({ why, form }: { why: NotTaken; form: string }) {
  const words = useTranslations("common");
  return (
    <main className="door">
      <Brand label={words("product")} href="/" />
      <h1>{words(`notTaken.${why}.title`)}</h1>
      <div className="notice bad" role="alert">
        {words(`notTaken.${why}.text`, largest)}
      </div>
      <p>{words(`notTaken.${why}.back`)}</p>
      <p>
        <a className="button second" href={form}>
          {words("notTaken.form")}
        </a>
      </p>
    </main>
  );
}
