import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ObjectivePage } from "@/components/policies/forms";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";
import { plannableYears } from "@/lib/policies/rules";

import { save } from "./actions";

export const generateMetadata = agencyTitle("objectives.write", async () =>
  (await getTranslations("policies"))("objectives"),
);

export default officePage("objectives.write", async (viewer, { params, query, path }) => {
  const day = await today();
  const agency = await agencyAt(viewer, "objectives.write", params["code"] ?? "", day);
  if (!agency) return null;
  const record = await findPolicy(viewer, agency.id, day);
  const initial = (await findKeptInput(viewer, "objectives.write", path)) ?? untouched;
  const objective = record.objectives.find((each) => each.id === query["id"]) ?? null;
  if (query["id"] !== undefined && !objective) return null;
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
