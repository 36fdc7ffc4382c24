import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { DeskPage } from "@/components/reminders/desk-page";
import { findAgency } from "@/lib/agencies/queries";
import { listFindings } from "@/lib/findings/queries";
import { today } from "@/lib/platform/clock";
import { findPolicy } from "@/lib/policies/queries";
import { listDocuments } from "@/lib/procedures/queries";
import { tasksOf } from "@/lib/reminders/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders"))("title") };
}

const open = { year: null, topic: null, severity: null, openOnly: true, page: 1 } as const;

export default officePage("desk.read", async (viewer) => {
  const day = await today();
  const agency = await findAgency(viewer, "desk.read", viewer.agencyCode ?? "", day);
  if (!agency) return null;
  const [set, policy, findings] = await Promise.all([
    listDocuments(viewer, agency.id, day, await getLocale()),
    findPolicy(viewer, agency.id, day),
    listFindings(viewer, { ...open, agencyCode: agency.code }),
  ]);
  const tasks = tasksOf({ set, policy, findings: findings.lines }, day);
  return <DeskPage agency={agency} set={set} policy={policy} tasks={tasks} today={day} />;
});
