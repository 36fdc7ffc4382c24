import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";

import { StopPage } from "@/components/reminders/stop-page";
import { NotFoundPage } from "@/components/shell/not-found-page";
import { bySecret } from "@/lib/gate/secret";
import { answerNotFound } from "@/lib/platform/answers";
import { findBySecret } from "@/lib/reminders/settings/queries";

type Props = { params: Promise<Record<string, string>> };

/** Asked once in a request: each guess counts. */
const settingOf = cache((secret: string) => bySecret("stop-mails", secret, findBySecret));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await settingOf((await params)["secret"] ?? "");
  const title = found
    ? (await getTranslations("reminders"))("stop.title")
    : (await getTranslations("common"))("notFoundTitle");
  return { title, robots: "noindex" };
}

/** Reached from a mail, by whoever holds it: it shows nobody's name. */
export default async function StopMails({ params }: Props) {
  const { secret = "" } = await params;
  const found = await settingOf(secret);
  if (!found) {
    answerNotFound();
    return <NotFoundPage />;
  }
  return <StopPage secret={secret} stopped={found.stopped} />;
}
