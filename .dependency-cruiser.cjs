// @ts-check
// Who may import whom (docs/architecture.md). Each rule says why it is there.

/** Every room of lib/, the frame first. A room imports only from rooms above it. */
const rooms = [
  ...["kernel", "platform", "identity", "journal", "gate"],
  ...[
    "files",
    "legal",
    "agencies",
    "catalogue",
    "accounts",
    "appointments",
    "adoption",
    "submissions",
    "procedures",
    "updates",
    "coverage",
    "policies",
  ],
  ...[
    "findings",
    "checklists",
    "programme",
    "visits",
    "fieldwork",
    "self-reviews",
    "corrections",
    "compliance",
    "dashboard",
    "reports",
    "reminders",
  ],
];

/** The rooms whose files are named by what they answer; the frame, the device and the papers have words of their own. */
const nouns = [...rooms.slice(rooms.indexOf("files"))].join("|");
const vocabulary = "(?:types|rules|schema|access|labels|charts|queries|commands|limits|bytes)\\.ts$";
const papers = "^lib/reports/(?:documents|render)/";

const pure = "^lib/[^.]+/(?:types|rules|schema|access|labels|charts|matrix|fields)\\.ts$";
const kernel = "^lib/kernel/";
const tests = "\\.test\\.tsx?$";
const database = "^(?:lib/(?:platform|identity)/database\\.ts|generated/prisma/)";
const mayTouchDatabase = "^lib/(?:platform|identity|journal|gate)/|/(?:queries|commands)\\.ts$";

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: /** @type {const} */ ("error"),
  from,
  to,
});

const downwards = rooms
  .slice(0, -1)
  .map((room, index) =>
    forbid(
      `${room}-imports-from-above`,
      "A room knows only the rooms above it; the order is the array at the top of this file.",
      { path: `^lib/${room}/`, pathNot: tests },
      { path: `^lib/(?:${rooms.slice(index + 1).join("|")})/` },
    ),
  );

/** @param {string} name @param {string} packages @param {string} home */
const onlyIn = (name, packages, home) =>
  forbid(
    `${name}-stays-home`,
    "A package that only one room knows can be replaced in that room.",
    { path: "^(?:app|components|lib)/", pathNot: `${home}|${tests}` },
    { path: `(?:^|/)node_modules/(?:${packages})/` },
  );

module.exports = {
  forbidden: [
    ...downwards,
    forbid(
      "no-cycles",
      "Two files that need each other are one thought in two places.",
      {},
      { circular: true },
    ),
    forbid(
      "resolves",
      "An import that leads nowhere blinds every other rule.",
      {},
      { couldNotResolve: true },
    ),
    forbid(
      "kernel-stands-alone",
      "The words every room shares depend on nothing.",
      { path: kernel, pathNot: tests },
      { pathNot: `${kernel}` },
    ),
    forbid(
      "pure-stays-pure",
      "What is decided without clock, network or database can be tested by a table, and runs on a device.",
      { path: pure },
      { pathNot: `${pure}|${kernel}|^generated/prisma/|(?:^|/)node_modules/zod/|^messages/` },
    ),
    forbid(
      "prisma-in-pure-as-type",
      "A pure file may name Prisma's types, and loads nothing of it.",
      { path: pure },
      { path: "^generated/prisma/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "papers-are-said-purely",
      "What a paper says follows from the records given to it; how it looks is decided in render/.",
      { path: "^lib/reports/documents/", pathNot: tests },
      { pathNot: `^lib/reports/documents/|${pure}|${kernel}|^messages/` },
    ),
    forbid(
      "closed-vocabulary",
      "A file of a noun is named by the question that it answers (docs/architecture.md), so that everybody knows where to look.",
      {},
      { path: `^lib/(?:${nouns})/`, pathNot: `/${vocabulary}|${papers}|${tests}` },
    ),
    forbid(
      "viewer-minted-in-one-place",
      "A Viewer proves who asks: it comes out of a session that was looked up, or is a named job of the system.",
      { pathNot: "^lib/identity/viewer\\.ts$" },
      { path: "^lib/identity/mint\\.ts$" },
    ),
    forbid(
      "pages-never-write",
      "What is opened may be opened again, and by anybody's machine: a change comes in by an action, a route or a job.",
      { path: "^app/", pathNot: "/(?:actions|route)\\.ts$|^app/jobs\\.ts$" },
      { path: "^lib/.*/commands\\.ts$" },
    ),
    forbid(
      "zod-in-schemas",
      "What may enter is said in schema.ts.",
      {
        path: "^lib/",
        pathNot: `/schema\\.ts$|^lib/(?:platform|gate|identity)/|^lib/journal/commands\\.ts$|${tests}`,
      },
      { path: "(?:^|/)node_modules/zod/" },
    ),
    forbid(
      "database-behind-queries-and-commands",
      "Permission and history are part of queries and commands; another way to the database would go around them.",
      { path: "^(?:app|components|lib)/", pathNot: `${mayTouchDatabase}|${pure}|${tests}` },
      { path: database },
    ),
    forbid(
      "components-never-fetch",
      "Components are functions of their props.",
      { path: "^components/", pathNot: tests },
      { path: "^lib/[^.]+/(?:queries|commands|viewer|mint)\\.ts$|^lib/platform/|^app/" },
    ),
    forbid(
      "lib-knows-no-screens",
      "What is known does not depend on how it is shown.",
      { path: "^lib/" },
      { path: "^(?:app|components)/" },
    ),
    forbid(
      "offline-knows-pure-files",
      "Code for the device carries nothing of the server.",
      { path: "^lib/offline/", pathNot: tests },
      { path: "^lib/", pathNot: `^lib/offline/|${pure}|${kernel}` },
    ),
    forbid(
      "server-never-loads-offline",
      "Code for the device needs a browser.",
      { path: "^(?:app|lib)/", pathNot: "^lib/offline/" },
      { path: "^lib/offline/" },
    ),
    forbid(
      "product-knows-no-tools",
      "What runs in production does not need what starts and tests it.",
      { path: "^(?:app|components|lib|messages)/", pathNot: tests },
      { path: "^(?:scripts|tests|e2e|bench|prisma)/" },
    ),
    forbid(
      "starting-needs-no-tests",
      "What starts, plants and tends the product is handed over with it; what proves it is not.",
      { path: "^(?:scripts|prisma)/", pathNot: tests },
      { path: "^(?:tests|e2e|bench)/" },
    ),
    onlyIn("docx", "docx", "^lib/reports/render/"),
    onlyIn("sharp", "sharp", "^lib/files/images/"),
    onlyIn("sax", "sax", "^lib/files/tables/"),
    onlyIn("recharts", "recharts", "^components/charts/"),
    onlyIn("next-auth", "next-auth", "^lib/identity/|^app/api/auth/"),
    onlyIn("mail", "nodemailer", "^lib/platform/"),
    onlyIn("database-drivers", "pg|postgres|@prisma", "^lib/platform/"),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^generated/"] },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts", ".json"],
    },
  },
};
