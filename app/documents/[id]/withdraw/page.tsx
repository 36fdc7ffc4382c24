import { getLocale, getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { WithdrawPage } from "@/components/procedures/withdraw-page";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";
import { listDocuments } from "@/lib/procedures/queries";
import { consequencesOfWithdrawing } from "@/lib/procedures/rules";

import { withdraw } from "./actions";

export const generateMetadata = documentTitle("documents.withdraw", async () =>
  (await getTranslations("procedures"))("withdraw"),
);

export default formPage("documents.withdraw", async (viewer, { params, initial }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  if (!document) return null;
  if (document.withdrawal || !document.revisions.some(({ approvedOn }) => approvedOn))
    return leadOn(`/documents/${document.id}`);
  const set = await listDocuments(viewer, document.agencyId, day, await getLocale());
  return (
    <WithdrawPage
      {...{ document, initial }}
      consequences={consequencesOfWithdrawing(set, document.id)}
      byPaper={viewer.role !== "head"}
      today={day}
      action={withdraw}
    />
  );
});
