import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { visitAt, visitTitle } from "@/app/titles";
import { VisitPage } from "@/components/audits/visit-page";
import { listHands } from "@/lib/visits/groups/queries";
import { keptPage } from "@/lib/fieldwork/kept/pages/rules";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { listOutside } from "@/lib/visits/photos/queries";
import { now, today } from "@/lib/platform/clock";
import { visitPapers } from "@/lib/reports/rules";
import { listSignatoryChoices } from "@/lib/reports/signatories/queries";

export const generateMetadata = visitTitle("audits.read", async () =>
  (await getTranslations("audits"))("title"),
);

export default officePage("audits.read", async (viewer, { params, query }) => {
  const visit = await visitAt(viewer, params["id"] ?? "", await getLocale());
  if (!visit) return null;
  const minutes = await listMinutes(viewer, visit.id);
  const [first] = minutes;
  const versions = minutes.map(({ version }) => version);
  const papers = visitPapers(viewer, { id: visit.id, final: visit.state === "final", versions });
  const day = await today();
  const kept = keptPage(await listKept(viewer, visit.id), {
    from: Number(/^\d{1,9}$/.exec(query["keptFrom"] ?? "")?.[0] ?? 0),
    only: query["kept"] ?? null,
  });
  const hands = await listHands(viewer, [visit.id]);
  const signatories = await listSignatoryChoices(viewer, visit.result?.finalisedOn ?? day);
  return (
    <VisitPage
      visit={visit}
      minutes={minutes}
      outside={first ? await listOutside(viewer, visit.id, first) : []}
      today={day}
      papers={papers}
      kept={kept}
      hands={hands[visit.id] ?? {}}
      now={now()}
      signatories={signatories}
    />
  );
});
