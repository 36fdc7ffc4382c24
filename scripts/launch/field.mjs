// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { root } from "./programs.mjs";
import { Trouble } from "./trouble.mjs";

/** Where the built app lies, as it is served: below this folder, by the paths of its addresses. */
export const fieldFolder = join(root, ".next/field-app");

/** The one page, with the scripts that the app begins with. @param {readonly string[]} scripts */
const pageWith = (scripts) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content="#1d2b28" />
    <title>Nề Nếp</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="manifest" href="/field/manifest.webmanifest" />
    <link rel="stylesheet" href="/field/app.css" />
${scripts.map((path) => `    <link rel="modulepreload" href="/field/${path}" />\n`).join("")}    <script src="/field/app.js" type="module"></script>
  </head>
  <body>
    <div id="field">
      <main class="field-main">
        <p>Đang mở Nề Nếp…</p>
        <p>
          Nếu trang dừng ở đây, trình duyệt của máy quá cũ hoặc đã tắt JavaScript: cập nhật trình duyệt, hoặc ghi ở
          <a href="/audits">trang văn phòng</a> khi có mạng.
        </p>
      </main>
    </div>
  </body>
</html>
`;

const manifest = {
  name: "Nề Nếp – kiểm tra tại chỗ",
  short_name: "Nề Nếp",
  lang: "vi",
  id: "/field",
  start_url: "/field",
  scope: "/field",
  display: "standalone",
  background_color: "#faf8f3",
  theme_color: "#1d2b28",
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

/** What the app is made of beside its scripts, by address, and the file behind each. The page itself stands at /field. */
const fixedParts = {
  "/field": "field/index.html",
  "/field/app.css": "field/app.css",
  "/field/photo-worker.js": "field/photo-worker.js",
  "/field/manifest.webmanifest": "field/manifest.webmanifest",
  ...Object.fromEntries(
    ["latin", "vietnamese"].map((script) => {
      const face = `source-sans-3-${script}-wght-normal.woff2`;
      return [`/field/${face}`, `field/${face}`];
    }),
  ),
};

/** @returns {import("esbuild").BuildOptions} */
const common = () => ({
  bundle: true,
  minify: true,
  format: "iife",
  // Vietnamese as it is written, not as numbers.
  charset: "utf8",
  target: ["chrome100", "firefox115", "safari16"],
  jsx: "automatic",
  tsconfig: join(root, "tsconfig.json"),
  absWorkingDir: root,
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "silent",
  loader: { ".woff2": "file" },
  assetNames: "[name]",
});

/** One name for all bytes of the app: a changed byte makes the browser put the whole of it on the device anew. @param {Record<string, string>} parts */
function editionOf(parts) {
  const hash = createHash("sha256");
  for (const file of Object.values(parts)) hash.update(file).update(readFileSync(join(fieldFolder, file)));
  return hash.digest("hex").slice(0, 16);
}

/**
 * The scripts that app.js itself imports: they are fetched beside it, not behind it.
 *
 * @param {import("esbuild").Metafile["outputs"]} outputs
 */
function neededAtOnce(outputs) {
  const [, app] = Object.entries(outputs).find(([path]) => basename(path) === "app.js") ?? [];
  return (app?.imports ?? []).flatMap(({ path, kind }) =>
    kind === "import-statement" ? [basename(path)] : [],
  );
}

/** The app for the field: bundled apart from the site, so that it opens from the device alone. */
export async function buildFieldApp() {
  const { build } = await import("esbuild");
  rmSync(fieldFolder, { recursive: true, force: true });
  mkdirSync(join(fieldFolder, "field"), { recursive: true });
  writeFileSync(join(fieldFolder, "field/manifest.webmanifest"), JSON.stringify(manifest));
  const outdir = join(fieldFolder, "field");
  const worker = { "photo-worker": "lib/offline/photo-worker.ts" };
  await build({ ...common(), entryPoints: worker, outdir });
  // What the first screen does not need is a script of its own, which the app asks for behind it.
  const { metafile } = await build({
    ...{ ...common(), format: "esm", splitting: true, metafile: true, chunkNames: "[name]-[hash]" },
    ...{ entryPoints: { app: "components/field/main.tsx" }, outdir },
  });
  const scripts = Object.keys(metafile.outputs).filter((path) => path.endsWith(".js"));
  /** @type {Record<string, string>} */
  const parts = {
    ...fixedParts,
    ...Object.fromEntries(scripts.map((path) => [`/field/${basename(path)}`, `field/${basename(path)}`])),
  };
  writeFileSync(join(outdir, "index.html"), pageWith(neededAtOnce(metafile.outputs)));
  await build({
    ...common(),
    entryPoints: { "field-worker": "lib/offline/service-worker.ts" },
    outdir: fieldFolder,
    define: {
      FIELD_FILES: JSON.stringify([...Object.keys(parts), "/icon.svg"]),
      FIELD_EDITION: JSON.stringify(editionOf(parts)),
    },
  });
  const missing = [...Object.values(parts), "field-worker.js"].filter(
    (file) => !existsSync(join(fieldFolder, file)),
  );
  if (missing.length > 0)
    throw new Trouble(`The app for the field was not built whole: ${missing.join(", ")} is missing.`);
}
