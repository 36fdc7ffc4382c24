import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { DeclarationPage } from "@/components/adoption/declaration-page";
import { findAgency } from "@/lib/agencies/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";

import { saveDeclaration } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adoption"))("recordDeclaration") };
}

export default officePage("adoption.record", async (viewer, { params, path }) => {
  const agency = await findAgency(viewer, "adoption.record", params["code"] ?? "", await today());
  if (!agency) return null;
  const initial = (await findKeptInput(viewer, "adoption.record", path)) ?? untouched;
  return <DeclarationPage agency={agency} action={saveDeclaration} initial={initial} />;
});
