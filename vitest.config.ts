import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const shared = {
  resolve: {
    alias: { "@": path("."), "server-only": path("node_modules/server-only/empty.js") },
  },
};

const withDatabase = {
  globalSetup: ["tests/support/database/template.ts"],
  setupFiles: ["tests/support/database/clone.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

const folders = "{lib,components,messages,prisma,tests}";

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    // Files that follow each other in a process share what they load: half of the time went into loading it again.
    isolate: false,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.db.test.ts", "**/*.papers.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: { name: "db", include: [`${folders}/**/*.db.test.ts`], ...withDatabase },
      },
      {
        ...shared,
        test: { name: "papers", include: ["tests/papers/*.papers.test.ts"], ...withDatabase },
      },
    ],
  },
});
