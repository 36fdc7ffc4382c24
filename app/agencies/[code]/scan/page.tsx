import { getTranslations } from "next-intl/server";

import { formPage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { ScanPage } from "@/components/scans/scan-page";
import { pageOf } from "@/lib/corrections/types";
import { findUnscanned } from "@/lib/files/scans/queries";
import { scanSubjects } from "@/lib/files/scans/types";
import { leadOn } from "@/lib/gate/page";
import { oneOf } from "@/lib/gate/query";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("scans.add", async (_params, { of }) =>
  oneOf(scanSubjects, of) === null ? null : (await getTranslations("files"))("scanTitle"),
);

export default formPage("scans.add", async (viewer, { params, query, initial }) => {
  const agency = await agencyAt(viewer, "scans.add", params["code"] ?? "", await today());
  const of = oneOf(scanSubjects, query["of"]);
  if (!agency || !of) return null;
  const record = await findUnscanned(viewer, agency.id, of, query["id"] ?? "");
  if (!record) return leadOn(pageOf(of, agency.code, ""));
  return <ScanPage {...{ agency, record, initial }} action={save} />;
});
