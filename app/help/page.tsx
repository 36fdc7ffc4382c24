import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { officePage } from "@/app/office";
import { Help } from "@/components/help/help";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default officePage("account.self", (viewer) => Promise.resolve(<Help role={viewer.role} />));
