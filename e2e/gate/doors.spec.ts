import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { origin, visitor } from "./visitors";
import { createTwin } from "@/e2e/support/world/people";
import { adoptSite } from "@/e2e/support/world/site";
import { pages, routes, type Needs } from "@/lib/gate/doors";
import { formActions } from "@/lib/gate/form-doors";
import { matrix } from "@/lib/identity/matrix";
import { roles, type Role } from "@/lib/identity/types";
import { rows } from "@/tests/support/scopes";

type ServerActions = { node: Record<string, { filename: string; exportedName: string }> };

const manifest = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(`.next/server/${name}.json`, "utf8")) as Shape;

const built = (end: "page" | "route"): string[] =>
  Object.keys(manifest<Record<string, string>>("app-paths-manifest"))
    .filter((path) => path.endsWith(`/${end}`))
    .map((path) => path.slice(0, -end.length - 1) || "/")
    .sort();

const actionIds = Object.entries(manifest<ServerActions>("server-reference-manifest").node).map(
  ([id, { filename, exportedName }]) => ({ id, door: `${filename}#${exportedName}` }),
);

const mayEnter = (role: Role, needs: Needs): boolean => needs === "anybody" || matrix[needs][role] !== "none";

/** An address for each page; where it names a record, one that does not exist. */
const addressOf = (page: string): string =>
  page
    .replace("[code]", "khong-co")
    .replace("[entity]", "account")
    .replaceAll(/\[\w+\]/g, "00000000-0000-4000-8000-000000000000");

const guarded = Object.entries(pages).filter(([, needs]) => needs !== "anybody") as [string, Needs][];
const plain = guarded.filter(([page]) => !page.includes("["));

test("every door built is listed, and every door listed is built", () => {
  expect(built("page")).toEqual(Object.keys(pages).sort());
  expect(built("route")).toEqual(Object.keys(routes).sort());
  expect(actionIds.map(({ door }) => door).sort()).toEqual(Object.keys(formActions).sort());
});

test("nobody unknown passes a page: each sends them to sign in", async () => {
  const nobody = await visitor(null);
  const variants: Record<string, string>[] = [
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "x-middleware-subrequest": Array(5).fill("middleware").join(":") },
    { "x-middleware-subrequest": Array(5).fill("proxy").join(":") },
  ];
  for (const [page] of guarded) {
    const bare = await nobody.get(addressOf(page));
    expect.soft(bare.status(), page).toBe(307);
    expect.soft(bare.headers()["location"], page).toContain("/sign-in?next=");
    for (const headers of variants) {
      const answer = await nobody.get(addressOf(page), { headers });
      const text = await answer.text();
      expect.soft(text, `${page} ${JSON.stringify(headers)}`).not.toContain('class="content"');
    }
  }
});

for (const role of roles)
  test(`${role} enters what the matrix gives, and finds nothing else`, async () => {
    const somebody = await visitor(role);
    for (const [page, needs] of plain) {
      const answer = await somebody.get(page);
      expect.soft(answer.status(), page).toBe(mayEnter(role, needs) ? 200 : 404);
    }
    for (const [page] of guarded.filter(([each]) => each.includes("["))) {
      const answer = await somebody.get(addressOf(page));
      expect.soft(answer.status(), page).toBe(404);
    }
  });

const posted = (): Record<string, string> => ({
  "0": '[{"problems":[],"values":{},"conflict":null},"$K1"]',
  _1_id: "00000000-0000-4000-8000-000000000000",
});

const foreign: Record<string, string>[] = [{}, { origin: "null" }, { origin: "https://example.org" }];

/** Journeys write history beside this test: what its own callers wrote is known by their name. */
const callersName = "Nguyễn Gõ Cửa";

async function writtenByCallers(): Promise<string[]> {
  const admin = await visitor("admin");
  const text = await (await admin.get(`/history?actor=${encodeURIComponent(callersName)}`)).text();
  return [...text.matchAll(/#r(\d+)/g)].map(([found]) => found);
}

async function callersOf(what: string) {
  const twins = roles.map(async (role) => {
    const name = `${what}-${role}-${randomUUID().slice(0, 8)}`;
    await createTwin(role, name, callersName);
    return [role, await visitor(name)] as const;
  });
  return new Map(await Promise.all(twins));
}

test("an action takes nothing without the origin of this site, nor from who has no right", async () => {
  const callers = await callersOf("go-cua");
  const nobody = await visitor(null);
  for (const { id, door } of actionIds) {
    const needs = formActions[door as keyof typeof formActions];
    for (const headers of foreign) {
      const answer = await callers.get("admin")?.post("/me", {
        headers: { "next-action": id, ...headers },
        multipart: posted(),
      });
      expect
        .soft(answer?.headers()["x-action-redirect"], `${door} ${JSON.stringify(headers)}`)
        .toBeUndefined();
    }
    const unknown = await nobody.post("/me", {
      headers: { "next-action": id, origin: origin() },
      multipart: posted(),
    });
    expect.soft(await unknown.text(), door).toContain("Phiên đăng nhập không còn");
    for (const [, somebody] of [...callers].filter(([role]) => !mayEnter(role, needs))) {
      const answer = await somebody.post("/me", {
        headers: { "next-action": id, origin: origin() },
        multipart: posted(),
      });
      // The form stays on its page, with what was typed.
      expect.soft(await answer.text(), door).toContain("Tài khoản đang dùng không có quyền làm việc này");
    }
  }
  expect(await writtenByCallers()).toEqual([]);
});

test("a file and a paper go out under a policy that lets them do nothing", async () => {
  adoptSite();
  const leader = await visitor("leader");
  const [file] = await rows<{ id: string }>("select id from attachment limit 1");
  const [visit] = await rows<{ id: string }>("select visit_id as id from visit_result limit 1");
  for (const [address, status] of [
    [`/files/${file?.id}`, 200],
    [`/files/${visit?.id}`, 404],
    [`/audits/${visit?.id}/minutes.docx`, 200],
  ] as const) {
    const answer = await leader.get(address);
    expect.soft(answer.status(), address).toBe(status);
    const policies = answer.headersArray().filter(({ name }) => /^content-security-policy$/i.test(name));
    expect
      .soft(
        policies.map(({ value }) => value),
        address,
      )
      .toEqual(["sandbox; default-src 'none'; frame-ancestors 'none'"]);
  }
});

test("every answer carries the hardening headers, errors too", async () => {
  const [nobody, leader] = [await visitor(null), await visitor("leader")];
  const answers = [
    await nobody.get("/sign-in"),
    await nobody.get("/healthz"),
    await nobody.get("/readyz"),
    await nobody.get("/icon.svg"),
    await nobody.get("/nowhere"),
    await leader.get("/dashboard"),
    await leader.get("/accounts"),
    await nobody.post("/locale"),
  ];
  for (const answer of answers) {
    const headers = answer.headers();
    expect.soft(headers["x-content-type-options"], answer.url()).toBe("nosniff");
    expect.soft(headers["referrer-policy"], answer.url()).toBe("same-origin");
    expect.soft(headers["content-security-policy"] ?? "", answer.url()).toContain("frame-ancestors 'none'");
    expect.soft(headers["content-security-policy"] ?? "", answer.url()).not.toContain("unsafe");
    expect.soft(headers["x-powered-by"], answer.url()).toBeUndefined();
  }
});
