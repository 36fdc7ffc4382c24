import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { wasRefused } from "@/lib/gate/faulty";

import "./globals.css";
import "./styles/accounts.css";
import "./styles/journal.css";
import "./styles/agencies.css";
import "./styles/audits.css";
import "./styles/programme.css";
import "./styles/dashboard.css";
import "./styles/findings.css";
import "./styles/procedures.css";
import "./styles/reminders.css";

/** Whose form was not taken reads it first in the title, with scripts or without. */
export async function generateMetadata(): Promise<Metadata> {
  const prefix = (await wasRefused()) ? (await getTranslations("common"))("errorPrefix") : "";
  return { title: { default: `${prefix}Nề Nếp`, template: `${prefix}%s – Nề Nếp` } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#faf8f3" };
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  );
}
