import { fileURLToPath } from "node:url";

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const root = fileURLToPath(new URL(".", import.meta.url));

/** On every answer. The policy for content carries a nonce, so that proxy.ts sets it. */
const always = [
  { key: "x-content-type-options", value: "nosniff" },
  // The gate reads from the referrer of its own pages which form was sent.
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(self), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** What proxy.ts leaves alone loads nothing. */
const inert = [{ key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" }];

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: always },
      ...["/healthz", "/readyz", "/icon.svg"].map((source) => ({ source, headers: inert })),
    ]),
  productionBrowserSourceMaps: false,
  // Pictures are served by our own doors, which ask who is looking.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "pg"],
  // Officers send photos and scans with their forms.
  experimental: { serverActions: { bodySizeLimit: "12mb" } },
};

export default createNextIntlPlugin("./lib/platform/i18n.ts")(config);
