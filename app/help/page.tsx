import { getTranslations } from "next-intl/server";
import { titledPage } from "@/lib/gate/title";

import { officePage } from "@/app/office";
import { Help } from "@/components/help/help";

export const generateMetadata = titledPage("account.self", async () =>
  (await getTranslations("help"))("title"),
);

export default officePage("account.self", (viewer) => Promise.resolve(<Help role={viewer.role} />));
