import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { documentAt, documentTitle } from "@/app/titles";
import { DocumentPage } from "@/components/procedures/document-page";
import { listAppointments } from "@/lib/appointments/queries";
import { vacancyOn } from "@/lib/appointments/rules";
import { listCorrections } from "@/lib/corrections/queries";
import { mayFor } from "@/lib/identity/matrix";
import { listTextBases } from "@/lib/procedures/bases/queries";
import { listCarried } from "@/lib/procedures/carried/queries";
import { namingRevision } from "@/lib/procedures/rules";
import { listUpdates } from "@/lib/updates/queries";
import { today } from "@/lib/platform/clock";

export const generateMetadata = documentTitle("documents.read", async () =>
  (await getTranslations("procedures"))("title"),
);

export default officePage("documents.read", async (viewer, { params }) => {
  const day = await today();
  const document = await documentAt(viewer, params["id"] ?? "", day, await getLocale());
  if (!document) return null;
  const { cancelled, cancellable } = await listCorrections(viewer, document.agencyId, [
    "document_review",
    "document_submission",
    "document_approval",
    "document_withdrawal",
    "document_draft",
    "update_judgement",
  ]);
  const corrections = { cancellable, cancelled: cancelled.filter(({ about }) => about === document.id) };
  const may = {
    draft: mayFor(viewer, "documents.draft", document.agencyId),
    submit: mayFor(viewer, "drafts.submit", document.agencyId),
    approve: mayFor(viewer, "documents.approve", document.agencyId),
    record: mayFor(viewer, "documents.record", document.agencyId),
    keep: mayFor(viewer, "documents.keep", document.agencyId),
    judge: mayFor(viewer, "updates.judge", document.agencyId),
    withdraw: mayFor(viewer, "documents.withdraw", document.agencyId),
  };
  const appointments = await listAppointments(viewer, document.agencyId);
  const vacancy = vacancyOn(appointments, day);
  const of = namingRevision(document.revisions, day);
  const bases = of ? await listTextBases(viewer, of.id, day) : [];
  const carried = of ? await listCarried(viewer, of.id, day) : [];
  const updates = await listUpdates(viewer, { documentId: document.id }, day);
  const shown = { document, may, vacancy, appointments, corrections, bases, carried, updates };
  return <DocumentPage {...shown} today={day} />;
});
