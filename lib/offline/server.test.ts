import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { isIllustrative } from "@/lib/offline/illustrative";
import { settled } from "@/lib/offline/sending/rules";
import { askTime, deliver, fetchPack } from "@/lib/offline/server";
import type { Item } from "@/lib/offline/types";

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const item: Item = {
  ...{ id: "i", seq: 1, visitId: "v", subject: "group:D", recordedAt: "2017-12-31T03:00:00.000Z" },
  ...{ body: { kind: "group", groupCode: "D", mine: true }, tries: 1, version: 0 },
  standing: { state: "waiting" },
};

const me = "11111111-1111-4111-8111-111111111111";

const page = (status: number): Response =>
  new Response("<title>Wi-Fi</title>", { status, headers: { "content-type": "text/html" } });
const ours = (status: number): Response =>
  Response.json({}, { status, headers: { "site-time": new Date().toISOString() } });

it.each<[string, () => Response, string | undefined]>([
  ["nobody", () => Response.error(), undefined],
  ["the page of a hotel", () => page(200), "captive"],
  ["the page of a hotel that refuses", () => page(403), "captive"],
  ["a network that wants a sign-in", () => page(511), "captive"],
  ["a gateway whose server is gone", () => page(502), "gateway"],
  ["our server, which cannot now", () => ours(503), "failing"],
])("from %s there is no word of ours, and it is told why", async (_who, answer, why) => {
  vi.stubGlobal("fetch", () =>
    why === undefined ? Promise.reject(new TypeError("no network")) : Promise.resolve(answer()),
  );
  expect(await fetchPack(null)).toBe(why ?? "unreachable");
  const { reply } = await deliver(me, item, null, "elsewhere");
  expect(reply).toEqual({ kind: "unreachable", ...(why && { why }) });
});

it("says of made-up records that they are, whatever the site answers otherwise", async () => {
  const answers = (status: number, made: boolean) => () => {
    const answer = ours(status);
    if (made) answer.headers.set("illustrative", "yes");
    return Promise.resolve(answer);
  };
  vi.stubGlobal("fetch", answers(401, true));
  await fetchPack(null);
  expect(isIllustrative()).toBe(true);
  vi.stubGlobal("fetch", () => Promise.resolve(page(200)));
  await fetchPack(null);
  expect(isIllustrative()).toBe(true);
  vi.stubGlobal("fetch", answers(404, false));
  await fetchPack(null);
  expect(isIllustrative()).toBe(false);
});

it("a network that lets nothing through is suspected of wanting a sign-in, once it has done so again and again", async () => {
  const silent = () => Promise.reject(new TypeError("a certificate that is another's"));
  vi.stubGlobal("fetch", () => Promise.resolve(ours(200)));
  await fetchPack(null);
  vi.stubGlobal("fetch", silent);
  expect([await fetchPack(null), await fetchPack(null)]).toEqual(["unreachable", "unreachable"]);
  expect(await fetchPack(null)).toBe("suspect");
  expect((await deliver(me, item, null, "elsewhere")).reply).toEqual({ kind: "unreachable", why: "suspect" });
  vi.stubGlobal("fetch", () => Promise.resolve(ours(503)));
  await fetchPack(null);
  vi.stubGlobal("fetch", silent);
  expect(await fetchPack(null), "once somebody has answered, it is counted anew").toBe("unreachable");
  vi.stubGlobal("navigator", { onLine: false });
  for (let n = 0; n < 5; n += 1) expect(await fetchPack(null), "no network at all").toBe("unreachable");
});

it("a server that takes no more for now says from when on it does", async () => {
  const headers = { "site-time": new Date().toISOString(), "retry-after": "420" };
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json({ code: "too-often" }, { status: 429, headers })),
  );
  const { reply } = await deliver(me, item, null, "elsewhere");
  expect(reply).toMatchObject({ kind: "unreachable", why: "later" });
  const minutes = reply.kind === "unreachable" ? ((reply.until ?? 0) - Date.now()) / 60_000 : 0;
  expect(minutes).toBeCloseTo(7, 1);
});

it.each([401, 403])("our server's own %i asks for a sign-in", async (status) => {
  vi.stubGlobal("fetch", () => Promise.resolve(ours(status)));
  expect(await fetchPack(null)).toBe("signed-out");
  expect((await deliver(me, item, null, "elsewhere")).reply).toEqual({ kind: "signed-out" });
});

it("what came too late has the moment at which it first came, however often it is sent", async () => {
  const conflict = { current: {}, savedBy: "Tâm", late: true, kept: "000877" };
  const times = { savedAt: "04/01/2018 09:00", keptAt: "03/01/2018 08:15" };
  const body = { conflict: { ...conflict, ...times }, problem: "sealed" };
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json(body, { status: 409, headers: { "site-time": new Date().toISOString() } })),
  );
  const { reply } = await deliver(me, item, null, "elsewhere");
  expect(reply).toMatchObject({ kind: "kept", receipt: { number: "000877", time: "03/01/2018 08:15" } });
});

it("an item says by how much the clock was fast that it was made by, where that is known", async () => {
  const said: (string | null)[] = [];
  vi.stubGlobal("fetch", (_address: string, init: RequestInit) => {
    said.push(new Headers(init.headers).get("clock-fast"));
    return Promise.resolve(ours(503));
  });
  await deliver(me, item, null, "elsewhere");
  await deliver(me, { ...item, offset: -660_400 }, null, "elsewhere");
  expect(said).toEqual([null, "660"]);
});

it("whatever carries or asks for something says for which account", async () => {
  const said: [string, string | null][] = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    said.push([address, new Headers(init.headers).get("field-account")]);
    return Promise.resolve(
      Response.json({ received: 9 }, { headers: { "site-time": new Date().toISOString() } }),
    );
  });
  const photo = { kind: "photo" as const, questionCode: "D.1", sha256: "f", fileName: "a.jpg" };
  await fetchPack(me, ["v"]);
  await fetchPack(null);
  await askTime(me);
  await deliver(me, item, null, "elsewhere");
  await deliver(me, { ...item, body: photo }, new ArrayBuffer(9), "elsewhere");
  await deliver(me, { ...item, standing: { state: "leaving", problem: "" } }, null, "elsewhere");
  expect(said).toEqual([
    ["/api/field/pack?visit=v", me],
    ["/api/field/pack", null],
    ["/api/field/clock", me],
    ["/api/field/groups/i", me],
    ["/api/field/photos/f?visit=v&start=0", me],
    ["/api/field/attachments/i", me],
    ["/api/field/kept/i", me],
  ]);
});

it.each([
  ["anew, where the site let its pieces go", 1, { kind: "done" }],
  ["anew once, and no more where they still do not give it", 9, { kind: "refused" }],
])("a photograph is sent %s", async (_how, refusals, reply) => {
  const addresses: string[] = [];
  const headers = { "site-time": new Date().toISOString() };
  vi.stubGlobal("fetch", (address: string) => {
    addresses.push(address);
    if (address.includes("/photos/")) return Promise.resolve(Response.json({ received: 9 }, { headers }));
    const whole = addresses.filter((each) => each.includes("/attachments/")).length > refusals;
    const told = { problem: "…", problems: [{ code: "photo-incomplete" }] };
    const answer = whole ? { number: "000001", version: 0 } : told;
    return Promise.resolve(Response.json(answer, { status: whole ? 200 : 422, headers }));
  });
  const photo = { kind: "photo" as const, questionCode: "D.1", sha256: "f", fileName: "a.jpg" };
  const sent = await deliver(me, { ...item, body: photo }, new ArrayBuffer(9), "elsewhere");
  expect(sent.reply).toMatchObject(reply);
  expect(addresses).toHaveLength(4);
});

it("that another account is signed in is no refusal: it says so, and nothing of the item changes", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(ours(412)));
  expect(await fetchPack(me)).toBe("another");
  const { reply } = await deliver(me, item, null, "elsewhere");
  expect(reply).toEqual({ kind: "another" });
  expect(settled([item], item, reply)).toEqual({ put: [item], drop: [] });
});

it("whoever records no visits is told so, and not to sign in", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(ours(404)));
  expect(await fetchPack(me)).toBe("no-recorder");
});
