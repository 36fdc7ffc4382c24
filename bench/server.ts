import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";

import pg from "pg";

import { inTurns, report, timed, within } from "@/bench/pairs";
import { answersTo, openGroups, createLongVisit } from "@/bench/visit";
import { accountHeader } from "@/lib/identity/browser/rules";

const site = process.env.BENCH_SITE_URL ?? "";
const floorSite = process.env.BENCH_FLOOR_URL ?? "";
const pairs = Number(process.env.BENCH_PAIRS ?? "30");
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await owner.connect();
await owner.query("select set_config('app.role', 'system', false)");

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in as a browser without JavaScript does, and gives the cookies to send from then on. */
async function signedIn(name: string): Promise<string> {
  const asked = await fetch(`${site}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookies = cookiesOf(asked);
  const answer = await fetch(`${site}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies.join("; "), origin: site },
    body: new URLSearchParams({ csrfToken, callbackUrl: "/me", name, password: "nenep-demo" }),
  });
  if (!answer.headers.get("location")?.endsWith("/me")) throw new Error(`${name} cannot sign in`);
  return [...cookies, ...cookiesOf(answer)].join("; ");
}

/** Reads the whole answer; anything but 200 ends the measuring. */
async function whole(address: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(address, { redirect: "manual", ...init });
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`${address} answered ${response.status}: ${text.slice(0, 200)}`);
}

async function readings(cookie: string): Promise<void> {
  for (const [what, path] of [
    ["dashboard", "/dashboard"],
    ["overdue page", "/agencies?overdue=1"],
  ] as const) {
    const ours = () => timed(() => whole(site + path, { headers: { cookie } }));
    const floor = () => timed(() => whole(floorSite + path));
    report(what, "server", await inTurns(pairs, ours, floor));
  }
}

/** Saves a visit section by section, as a device does when it has a network again. */
async function saving(cookie: string, visit: string | null): Promise<number> {
  const { rows } = await owner.query<{ id: string }>("select id from account where name = 'inspector'");
  const account = rows[0]?.id;
  const headers = {
    ...{ cookie, origin: site, "content-type": "application/json" },
    [accountHeader]: account ?? "",
  };
  const ours = async (): Promise<number> => {
    const sections = await openGroups(owner, visit);
    return timed(async () => {
      for (const section of sections) {
        const { visit: visitId, group: groupCode, version } = section;
        const about = { format: 1, visitId, groupCode, version, recordedAt: new Date().toISOString() };
        const body = JSON.stringify({ ...about, answers: answersTo(section) });
        await whole(`${site}/api/field/sheets/${randomUUID()}`, { method: "PUT", headers, body });
      }
    });
  };
  const floor = async (): Promise<number> => {
    const sections = await openGroups(owner, visit);
    return timed(async () => {
      for (const section of sections) {
        const { visit, group } = section;
        const body = JSON.stringify({ visit, group, account, answers: answersTo(section) });
        await whole(`${floorSite}/section`, { method: "PUT", body });
      }
    });
  };
  const count = (await openGroups(owner, visit)).reduce((total, { codes }) => total + codes.length, 0);
  const what = visit === null ? `saving ${count} answers` : `one sheet of ${count}`;
  const measured = await inTurns(Math.ceil(pairs / 3), ours, floor);
  report(what, "server", measured);
  return measured.ours;
}

const largestScript = 170;
const longestReceipt = 15;

/** The scripts a page names, those fetched beside them too, as they travel: those for browsers without modules, and those that come later, aside. */
async function scripts(cookie: string, path: string): Promise<void> {
  const html = await (await fetch(site + path, { headers: { cookie } })).text();
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>|<link\b[^>]*"modulepreload"[^>]*>/g) ?? [];
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  const addresses = new Set(modern.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const address of addresses) {
    const script = await (await fetch(new URL(address, site))).arrayBuffer();
    bytes += gzipSync(new Uint8Array(script)).length;
  }
  within(`scripts of ${path}`, bytes / 1024, largestScript, "KiB");
}

const leader = await signedIn("leader");
for (const path of ["/dashboard", "/agencies", "/audits", "/field"]) await scripts(leader, path);
await readings(leader);
const inspector = await signedIn("inspector");
await saving(inspector, null);
within("save to receipt", await saving(inspector, await createLongVisit(owner)), longestReceipt, "ms");
await owner.end();
