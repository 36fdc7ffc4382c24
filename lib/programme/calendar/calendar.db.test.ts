import { beforeAll, describe, expect, it } from "vitest";

import { issueFeed, revokeFeed } from "@/lib/programme/calendar/commands";
import { findCalendar, findOwnFeed } from "@/lib/programme/calendar/queries";
import { byToken } from "@/lib/gate/token";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const on = plainDate("31/12/2017");
const system = systemViewer("read-calendar");

/** The token of a new address, as its owner reads it once. */
async function issue(account: string, replaces: string | null = null): Promise<string> {
  const issued = await issueFeed(await viewerNamed(account), { locale: "vi", replaces });
  if (!issued.ok) throw new Error(issued.problems[0]?.code);
  return /\/calendars\/([\w-]{43})\.ics$/.exec(issued.value.secret)?.[1] ?? "";
}

const live = async (account: string) => (await findOwnFeed(await viewerNamed(account)))?.id ?? "";
const read = (token: string) => findCalendar(system, token, on);

const answer = byToken("read-calendar", ".ics", async (viewer, token) =>
  (await findCalendar(viewer, token, on)) ? new Response("found") : null,
);
const ask = async (token: string, from: string): Promise<string> => {
  const request = new Request("http://x", { headers: { "x-forwarded-for": from } });
  const { status, headers } = await answer(request, { params: Promise.resolve({ token: `${token}.ics` }) });
  return JSON.stringify([status, [...headers]]);
};

describe("a calendar address", () => {
  let token = "";
  beforeAll(async () => {
    token = await issue("inspector");
  });

  it("is kept as a hash alone", async () => {
    const [row] = await rowsOf<{ all: string }>("select string_agg(f::text, '') as all from calendar_feed f");
    expect(row?.all).not.toContain(token);
  });

  it("reads the visits of one's own teams, drafts left out, and nothing of what was found", async () => {
    const calendar = await read(token);
    expect(calendar?.visits.length).toBeGreaterThan(0);
    expect(calendar?.visits.every(({ plannedOn }) => plannedOn <= on)).toBe(true);
    expect(Object.keys(calendar?.visits[0] ?? {})).not.toEqual(expect.arrayContaining(["findings"]));
    const [mine] = await rowsOf<{ person: string }>(
      "select person_id as person from account where name = 'inspector'",
    );
    for (const { team } of calendar?.visits ?? [])
      expect(team.map(({ personId }) => personId)).toContain(mine?.person);
  });

  it("reads for an agency its own visits, and for the leader all", async () => {
    const own = (await read(await issue("officer")))?.visits ?? [];
    expect(new Set(own.map(({ agencyCode }) => agencyCode))).toEqual(new Set(["ubnd-duc-pho"]));
    const all = (await read(await issue("leader")))?.visits ?? [];
    expect(all.length).toBeGreaterThan(own.length);
  });

  it("is not for the administrator, who has no visits", async () => {
    await expect(issue("admin")).rejects.toThrow("not-yours");
  });

  it("gives way to a new one, once, however often the form is sent", async () => {
    const old = await live("inspector");
    const next = await issue("inspector", old);
    await expect(issue("inspector", old)).rejects.toThrow("already-done");
    await expect(issue("inspector")).rejects.toThrow("already-done");
    expect([await read(token), (await read(next)) !== null]).toEqual([null, true]);
    token = next;
  });

  it("of somebody else cannot be ended or replaced", async () => {
    const theirs = await live("inspector");
    const officer = await viewerNamed("officer");
    expect(await revokeFeed(officer, { id: theirs })).toMatchObject({ ok: false });
    expect(await issueFeed(officer, { locale: "vi", replaces: theirs })).toMatchObject({ ok: false });
    expect(await read(token)).not.toBeNull();
  });

  it("reads nothing while its owner's account is disabled", async () => {
    await rowsOf("update account set disabled_at = now() where name = 'inspector'");
    expect(await read(token)).toBeNull();
    await rowsOf("update account set disabled_at = null where name = 'inspector'");
    expect(await read(token)).not.toBeNull();
  });

  it("is answered alike where it is none, unknown or revoked", async () => {
    const revoked = await issue("head");
    await revokeFeed(await viewerNamed("head"), { id: await live("head") });
    const unknown = "A".repeat(43);
    const answers = [await ask(revoked, "a"), await ask(unknown, "b"), await ask("x", "c")];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("404");
    expect(await ask(token, "d")).toContain("200");
  });

  it("makes who asks for many that are none wait, whatever they ask for then", async () => {
    for (let n = 0; n < 30; n += 1) expect(await ask("x", "guesser")).toContain("404");
    expect(await ask("x", "guesser")).toContain("429");
    expect(await ask(token, "guesser")).toContain("429");
    expect(await ask(token, "somebody else")).toContain("200");
  });

  it("that is revoked stays revoked", async () => {
    await expect(
      rowsOf("update calendar_feed set revoked_at = null where revoked_at is not null"),
    ).rejects.toThrow(/is revoked/);
  });
});
