import { getLocale, getTranslations } from "next-intl/server";

import { draftOfDocument } from "@/app/drafts";
import { formPage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { ApprovalRecordPage } from "@/components/procedures/approve-page";
import { listAppointments } from "@/lib/appointments/queries";
import { signersOf } from "@/lib/appointments/rules";
import { leadOn } from "@/lib/gate/page";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.record", async () =>
  (await getTranslations("procedures"))("record"),
);

export default formPage("documents.record", async (viewer, { params, initial }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  const draft = document && draftOfDocument(document);
  if (!document) return null;
  if (!draft) return leadOn(`/documents/${document.id}`);
  const signers = signersOf(await listAppointments(viewer, document.agencyId));
  return <ApprovalRecordPage {...{ draft, signers, initial }} today={day} action={save} />;
});
