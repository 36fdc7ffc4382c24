import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";

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

export const metadata: Metadata = { title: { default: "Nề Nếp", template: "%s – Nề Nếp" } };
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
