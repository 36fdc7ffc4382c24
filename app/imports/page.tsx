import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ImportsPage } from "@/components/audits/imports-page";
import { listImports } from "@/lib/fieldwork/sealed-files/queries";
import { oneOf } from "@/lib/gate/query";
import { queryOf } from "@/lib/gate/rules";
import { problemCodes } from "@/lib/kernel/problem";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = (await getTranslations("imports"))("title");
  const faulty = oneOf(problemCodes, queryOf(await searchParams)["problem"]) !== null;
  return { title: faulty ? `${(await getTranslations("common"))("errorPrefix")}${title}` : title };
}

export default officePage("imports.take", async (viewer, { query }) => (
  <ImportsPage imports={await listImports(viewer)} problem={oneOf(problemCodes, query["problem"])} />
));
