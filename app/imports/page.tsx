import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ImportsPage } from "@/components/audits/imports-page";
import { listImports } from "@/lib/audits/imports/queries";
import { oneOf } from "@/lib/gate/query";
import { problemCodes } from "@/lib/kernel/problem";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default officePage("imports.take", async (viewer, { query }) => (
  <ImportsPage imports={await listImports(viewer)} problem={oneOf(problemCodes, query["problem"])} />
));
