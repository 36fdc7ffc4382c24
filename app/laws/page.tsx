import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { LawListPage } from "@/components/legal/law-list-page";
import { titledPage } from "@/lib/gate/title";
import { may } from "@/lib/identity/matrix";
import { listLaws } from "@/lib/legal/register/queries";
import { today } from "@/lib/platform/clock";
import { listMoving } from "@/lib/updates/queries";

export const generateMetadata = titledPage("laws.read", async () =>
  (await getTranslations("legal"))("title"),
);

export default officePage("laws.read", async (viewer, { query }) => {
  const on = await today();
  const words = (query["q"] ?? "").slice(0, 200);
  return (
    <LawListPage
      words={words}
      laws={await listLaws(viewer, words, on)}
      moving={await listMoving(viewer, on)}
      mayRegister={may(viewer, "laws.register")}
    />
  );
});
