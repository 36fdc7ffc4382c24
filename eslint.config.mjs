// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import next from "eslint-config-next/core-web-vitals";
import playwright from "eslint-plugin-playwright";
import typescript from "typescript-eslint";

/** The accessibility rules that Next's configuration brings along but mostly leaves off. @type {any} */
const a11y = next.flatMap((config) => config.plugins?.["jsx-a11y"] ?? [])[0];

/** React's rules compile every function that they see: shown to what React renders, and to nothing else. */
const rendered = next.map((config) =>
  config.plugins ? { ...config, files: ["**/*.tsx", "{app,components}/**/*.ts"] } : config,
);

/** @param {string} selector @param {string} message */
const ban = (selector, message) => ({ selector, message });

const bans = [
  ban(
    "MemberExpression[property.name=/Unsafe$/]",
    "Write SQL as a tagged template: values are then never read as SQL.",
  ),
  ban("MemberExpression[object.name='Prisma'][property.name='raw']", "Prisma.raw puts text into SQL unread."),
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Markup from strings is a way in for others."),
  ban(
    "JSXAttribute[name.name='style']",
    "The content security policy refuses style attributes: use a class.",
  ),
];

const massWrites = ban(
  "MemberExpression[property.name=/^(deleteMany|updateMany)$/]",
  "A write of many rows belongs to a command: an undefined in its where matches every row.",
);

/** @param {string} type @param {string} message */
const forged = (type, message) =>
  ban(`:matches(TSAsExpression, TSTypeAssertion) TSTypeReference[typeName.name='${type}']`, message);

const viewers = forged("Viewer", "Nobody says who asks: a Viewer comes out of lib/identity/viewer.ts.");
const receipts = forged("Receipt", "A receipt proves that history was written: lib/journal/ alone gives it.");

export default defineConfig(
  globalIgnores([".next", ".data", "generated", "test-results", "playwright-report", "next-env.d.ts"]),
  rendered,
  // What only types can tell is asked by oxlint (.oxlintrc.json), in a tenth of the time.
  typescript.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    settings: { react: { version: "19.3" } },
    rules: {
      // Plain links: every page asks anew who is looking, and works before any script has arrived.
      "@next/next/no-html-link-for-pages": "off",
      // Pictures are attachments behind a right, each small: the image optimizer is off (a frequent way in, and of no use here).
      "@next/next/no-img-element": "off",
      eqeqeq: "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", ...bans, viewers, receipts, massWrites],
    },
  },
  { files: ["**/*.tsx"], rules: a11y.flatConfigs.recommended.rules },
  {
    files: ["lib/**/commands.ts"],
    rules: { "no-restricted-syntax": ["error", ...bans, viewers, receipts] },
  },
  {
    files: ["lib/identity/mint.ts"],
    rules: { "no-restricted-syntax": ["error", ...bans, receipts, massWrites] },
  },
  {
    files: ["lib/journal/entries/commands.ts"],
    rules: { "no-restricted-syntax": ["error", ...bans, viewers] },
  },
  { files: ["e2e/**/*.ts"], extends: [playwright.configs["flat/recommended"]] },
);
