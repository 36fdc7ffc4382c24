import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { HandledPage } from "@/components/coverage/handled-page";
import { listProcedures } from "@/lib/catalogue/queries";
import { fieldsOf } from "@/lib/catalogue/rules";
import { askedAbout } from "@/lib/coverage/handled/rules";
import { listHandled } from "@/lib/coverage/queries";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("coverage.record", async () =>
  (await getTranslations("catalogue"))("handledTitle"),
);

export default formPage("coverage.record", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "coverage.record", params["code"] ?? "", day);
  if (!agency) return null;
  const procedures = await listProcedures(viewer, day);
  const handled = new Set(await listHandled(viewer, agency.id, day));
  const field = (query["field"] ?? "").slice(0, 300);
  return (
    <HandledPage
      {...{ agency, field, handled, initial }}
      fields={fieldsOf(procedures)}
      asked={askedAbout(procedures, handled, field)}
      today={day}
      action={save}
    />
  );
});
