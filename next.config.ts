import { fileURLToPath } from "node:url";

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

import { heaviestSending } from "./lib/kernel/file-size";

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

/** The app for the field is one page without inline scripts, the same for everybody, and kept by the device. */
const field = [
  {
    key: "content-security-policy",
    value: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
  { key: "cache-control", value: "no-cache" },
];

const fieldApp = ["/field", "/field/:path*", "/field-worker.js"];

/** In development the app for the field is served beside the site, as it is now; else it lies among the site's own files. */
const { FIELD_APP_URL } = process.env;
const fieldPages = [{ source: "/field", destination: `${FIELD_APP_URL ?? ""}/field/index.html` }];
const fieldParts = fieldApp.slice(1).map((source) => ({ source, destination: `${FIELD_APP_URL}${source}` }));

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: root,
  turbopack: { root },
  // Types are checked by themselves (`npm test`), not by everybody who starts the site.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: always },
      ...["/healthz", "/readyz", "/icon.svg", "/api/imports"].map((source) => ({ source, headers: inert })),
      ...fieldApp.map((source) => ({ source, headers: field })),
    ]),
  rewrites: () => Promise.resolve(FIELD_APP_URL ? [...fieldPages, ...fieldParts] : fieldPages),
  productionBrowserSourceMaps: false,
  // The title stands in the head before anything is sent, for every browser: a refusal has the same bytes however it came about.
  htmlLimitedBots: /.*/,
  // Pictures are served by our own doors, which ask who is looking.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "pg"],
  // Officers send photos and scans with their forms: as many as lib/kernel/file-size.ts says, and the text beside them. What is
  // heavier would be cut off here without a word: proxy.ts answers it before.
  experimental: {
    serverActions: { bodySizeLimit: heaviestSending },
    proxyClientMaxBodySize: heaviestSending,
  },
};

export default createNextIntlPlugin("./lib/platform/i18n.ts")(config);
