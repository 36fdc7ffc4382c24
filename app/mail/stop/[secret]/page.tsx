import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { StopPage } from "@/components/reminders/stop-page";
import { NotFoundPage } from "@/components/shell/not-found-page";
import { bySecret } from "@/lib/gate/secret";
import { answerNotFound } from "@/lib/platform/answers";
import { findBySecret } from "@/lib/reminders/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders"))("stop.title"), robots: "noindex" };
}

type Props = { params: Promise<Record<string, string>> };

/** Reached from a mail, by whoever holds it: it shows nobody's name. */
export default async function StopMails({ params }: Props) {
  const { secret = "" } = await params;
  const found = await bySecret("stop-mails", secret, findBySecret);
  if (!found) {
    answerNotFound();
    return <NotFoundPage />;
  }
  return <StopPage secret={secret} stopped={found.stopped} />;
}
