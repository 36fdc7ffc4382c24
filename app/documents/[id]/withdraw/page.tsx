import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { WithdrawPage } from "@/components/procedures/withdraw-page";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { today } from "@/lib/platform/clock";
import { findDocument } from "@/lib/procedures/queries";

import { withdraw } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("procedures"))("withdraw") };
}

export default officePage("documents.approve", async (viewer, { params, path }) => {
  const day = await today();
  const document = await findDocument(viewer, params["id"] ?? "", day, await getLocale());
  if (!document || document.state === "withdrawn") return null;
  const initial = (await findKeptInput(viewer, "documents.approve", path)) ?? untouched;
  return <WithdrawPage document={document} today={day} action={withdraw} initial={initial} />;
});
