import { fileURLToPath } from "node:url";

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const root = fileURLToPath(new URL(".", import.meta.url));

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Pictures are served by our own doors, which ask who is looking.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg"],
  // Officers send photos and scans with their forms.
  experimental: { serverActions: { bodySizeLimit: "12mb" } },
};

export default createNextIntlPlugin("./lib/platform/i18n.ts")(config);
