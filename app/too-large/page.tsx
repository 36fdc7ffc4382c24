import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { TooLargePage } from "@/components/shell/too-large-page";
import { localPath } from "@/lib/gate/sign-in";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("common"))("tooLarge.title");
  return { title: `${(await getTranslations("common"))("errorPrefix")}${title}`, robots: "noindex" };
}

/** Where a form is led whose files were too heavy to be read (proxy.ts). */
export default async function TooLarge({ searchParams }: Props) {
  return <TooLargePage form={localPath((await searchParams)["next"])} />;
}
