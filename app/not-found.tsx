import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const words = await getTranslations("common");
  return (
    <main className="door">
      <h1>{words("notFoundTitle")}</h1>
      <p>{words("notFoundText")}</p>
      <a className="button second" href="/">
        {words("home")}
      </a>
    </main>
  );
}
