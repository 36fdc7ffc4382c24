import { useTranslations } from "next-intl";

import { Brand } from "@/components/shell/brand";

/** What is not there, and what is not the reader's: nobody can tell which of both it is. */
export function NotFoundPage() {
  const words = useTranslations("common");
  return (
    <main className="door">
      <Brand label={words("product")} href="/" />
      <h1>{words("notFoundTitle")}</h1>
      <p>{words("notFoundText")}</p>
      <p>
        <a className="button second" href="/">
          {words("home")}
        </a>
      </p>
    </main>
  );
}
