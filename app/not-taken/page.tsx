import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { NotTakenPage } from "@/components/shell/not-taken-page";
import { oneOf } from "@/lib/gate/query";
import { localPath } from "@/lib/gate/sign-in";
import { notTaken } from "@/lib/gate/types";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const reasonOf = async ({ searchParams }: Props) =>
  oneOf(notTaken, [(await searchParams)["why"]].flat()[0]) ?? "heavy";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("common"))("notTaken.title");
  return { title: `${(await getTranslations("common"))("errorPrefix")}${title}`, robots: "noindex" };
}

/** Where a form is led that was not read: its files were too heavy (proxy.ts), or its page older than the site (lib/platform/answers.ts). */
export default async function NotTaken(props: Props) {
  return <NotTakenPage why={await reasonOf(props)} form={localPath((await props.searchParams)["next"])} />;
}
