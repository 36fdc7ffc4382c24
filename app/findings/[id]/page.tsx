import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { FindingPage } from "@/components/findings/finding-page";
import { findFinding } from "@/lib/findings/queries";
import { findKeptInput } from "@/lib/gate/kept-input";
import { untouched } from "@/lib/gate/types";
import { mayFor } from "@/lib/identity/matrix";
import { today } from "@/lib/platform/clock";

import { close } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("title") };
}

export default officePage("findings.list", async (viewer, { params, path }) => {
  const finding = await findFinding(viewer, params["id"] ?? "");
  if (!finding) return null;
  const mayClose = mayFor(viewer, "findings.close", finding.agencyId);
  const initial = (await findKeptInput(viewer, "findings.close", path)) ?? untouched;
  return (
    <FindingPage
      finding={finding}
      today={await today()}
      mayClose={mayClose}
      action={close}
      initial={initial}
    />
  );
});
