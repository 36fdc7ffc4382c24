import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { DeskPage } from "@/components/reminders/desk-page";
import { findAgency } from "@/lib/agencies/queries";
import { titledPage } from "@/lib/gate/title";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";
import { findDuties } from "@/lib/reminders/queries";
import { deskOf } from "@/lib/reminders/rules";

export const generateMetadata = titledPage("desk.read", async () =>
  (await getTranslations("reminders"))("title"),
);

export default officePage("desk.read", async (viewer) => {
  const day = await today();
  const agency = await findAgency(viewer, "desk.read", viewer.agencyCode ?? "", day);
  if (!agency) return null;
  const desk = deskOf(viewer);
  const { set, policy, tasks, staffing } = await findDuties(viewer, agency, desk, day, await getLocale());
  const { office, personId } = viewer;
  const mayDraft = mayFor(viewer, "documents.draft", agency.id);
  const shown = { agency, set, policy, tasks, staffing, desk, office, personId, mayDraft };
  return <DeskPage {...shown} today={day} />;
});
