import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ObjectivePage } from "@/components/policies/forms";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";
import { plannableYears } from "@/lib/policies/rules";

import { save } from "./actions";

export const generateMetadata = agencyTitle("objectives.write", async () =>
  (await getTranslations("policies"))("objectives"),
);

export default formPage("objectives.write", async (viewer, { params, query, initial }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "objectives.write", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const objective = record.objectives.find((each) => each.id === query["id"]) ?? null;
  if (query["id"] !== undefined && !objective) return leadOn(`/agencies/${agency.code}/policy`);
  const years = plannableYears(day);
  const year = years.find((each) => String(each) === query["year"]);
  return (
    <ObjectivePage
      agency={agency}
      objective={objective}
      years={years}
      year={year ?? null}
      action={save}
      initial={initial}
    />
  );
});
