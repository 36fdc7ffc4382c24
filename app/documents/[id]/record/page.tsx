import { getLocale, getTranslations } from "next-intl/server";

import { draftOfDocument } from "@/app/drafts";
import { officePage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { ApprovalRecordPage } from "@/components/procedures/approve-page";
import { listAppointments } from "@/lib/appointments/queries";
import { signersOf } from "@/lib/appointments/rules";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = documentTitle("documents.record", async () =>
  (await getTranslations("procedures"))("record"),
);

export default officePage("documents.record", async (viewer, { params, path }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  const draft = document && draftOfDocument(document);
  if (!draft) return null;
  const signers = signersOf(await listAppointments(viewer, document.agencyId));
  const initial = (await findKeptInput(viewer, "documents.record", path)) ?? untouched;
  return <ApprovalRecordPage {...{ draft, signers, initial }} today={day} action={save} />;
});
