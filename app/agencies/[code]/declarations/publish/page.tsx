import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { agencyAt, agencyTitle } from "@/app/titles";
import { PublicationPage } from "@/components/adoption/publication-page";
import { findUnpublished } from "@/lib/adoption/declarations/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { save } from "./actions";

export const generateMetadata = agencyTitle("adoption.record", async () =>
  (await getTranslations("adoption"))("publishTitle"),
);

export default officePage("adoption.record", async (viewer, { params, query, path }) => {
  const agency = await agencyAt(viewer, "adoption.record", params["code"] ?? "", await today());
  const declaration = agency && (await findUnpublished(viewer, agency.id, query["declaration"] ?? ""));
  if (!declaration) return null;
  const initial = (await findKeptInput(viewer, "adoption.record", path)) ?? untouched;
  return <PublicationPage {...{ agency, declaration, initial }} action={save} />;
});
