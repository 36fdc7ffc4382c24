import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { ImportsPage } from "@/components/audits/imports-page";
import { listImports } from "@/lib/fieldwork/sealed-files/queries";
import { oneOf } from "@/lib/gate/query";
import { titledPage } from "@/lib/gate/title";
import { problemCodes } from "@/lib/kernel/problem";

export const generateMetadata = titledPage("imports.take", async (_viewer, _params, { problem }) => {
  const title = (await getTranslations("imports"))("title");
  const faulty = oneOf(problemCodes, problem) !== null;
  return faulty ? `${(await getTranslations("common"))("errorPrefix")}${title}` : title;
});

export default officePage("imports.take", async (viewer, { query }) => (
  <ImportsPage imports={await listImports(viewer)} problem={oneOf(problemCodes, query["problem"])} />
));
