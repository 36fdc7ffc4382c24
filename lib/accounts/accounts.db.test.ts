import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import * as accounts from "@/lib/accounts/commands";
import { disableAccount } from "@/lib/accounts/handover/commands";
import * as own from "@/lib/accounts/own/commands";
import { findAccount, listAccounts, listAgencyChoices, listOpenSessions } from "@/lib/accounts/queries";
import { changeRights } from "@/lib/accounts/rights/commands";
import { signIn } from "@/lib/identity/commands";
import { roles, type Role } from "@/lib/identity/types";
import { viewerOfToken } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { accountId, codes, countAll, lead, locked } from "@/tests/support/database/accounts";
import { testDatabase } from "@/tests/support/database/database";
import { enterAs, viewerOf } from "@/tests/support/database/people";

export const owner = new pg.Client({ connectionString: testDatabase().superUrl });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const on = plainDate("2017-12-31");
const all = { text: "", role: null, state: null };

async function create(name: string): Promise<{ id: string; secret: string }> {
  const made = await accounts.createAccount(await viewerOf("admin"), lead(name));
  if (!made.ok) throw new Error("not created");
  expect(made.value.receipt.number).toMatch(/^\d{6,}$/);
  const { rows } = await owner.query(
    "select email from person p join account a on a.person_id = p.id where a.name = $1",
    [name],
  );
  expect(rows).toEqual([{ email: `${name}@tinh.example` }]);
  return { id: await accountId(name), secret: made.value.secret };
}

describe("accounts", () => {
  test.each(roles.filter((role): role is Exclude<Role, "admin"> => role !== "admin"))(
    "%s manages none: refused, nothing written, nothing read",
    async (role) => {
      const viewer = await viewerOf(role);
      const id = await accountId("leader");
      const before = await countAll();
      const answers = [
        await accounts.createAccount(viewer, lead("refused")),
        await changeRights(viewer, { id, version: 1, role: "admin", agencyId: null }),
        await accounts.resetPassword(viewer, { id, version: 1 }),
        await disableAccount(viewer, locked(id)),
        await accounts.enableAccount(viewer, { id }),
        await accounts.revokeSessions(viewer, { id }),
      ];
      expect(answers.map(codes)).toEqual(answers.map(() => ["not-yours"]));
      expect(await countAll()).toBe(before);
      expect(await listAccounts(viewer, all, on)).toEqual([]);
      expect(await listAgencyChoices(viewer, on)).toEqual([]);
      expect(await findAccount(viewer, id, on)).toBeNull();
      expect(await listOpenSessions(viewer, await accountId("admin"))).toEqual([]);
    },
  );

  test("a new one begins with a password that must be changed, which no table holds", async () => {
    const { id, secret } = await create("moi.tao");
    const viewer = await enterAs("moi.tao", secret);
    expect(viewer.mustChangePassword).toBe(true);
    const { rows } = await owner.query("select 1 from journal_entry where strpos(content, $1) > 0", [secret]);
    expect(rows).toEqual([]);
    expect(id).not.toBe("");
  });

  test("a name that is taken is refused, also when two administrators create it at once", async () => {
    await create("trung.ten");
    const admin = await viewerOf("admin");
    expect(codes(await accounts.createAccount(admin, lead("trung.ten")))).toEqual(["name-taken"]);
    const both = await Promise.all([
      accounts.createAccount(admin, lead("cung.luc")),
      accounts.createAccount(admin, lead("cung.luc")),
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
  });

  test.each([
    ["disabling", (id: string) => async () => disableAccount(await viewerOf("admin"), locked(id))],
    ["revoking", (id: string) => async () => accounts.revokeSessions(await viewerOf("admin"), { id })],
    [
      "a new password",
      (id: string) => async () => accounts.resetPassword(await viewerOf("admin"), { id, version: 1 }),
    ],
  ])("%s takes effect on the next request", async (name, act) => {
    const { id, secret } = await create(`ngay.${name.length}`);
    const opened = await signIn(
      { name: `ngay.${name.length}`, password: secret },
      { address: "a", userAgent: null },
    );
    const token = opened.ok ? opened.value : "";
    expect(await viewerOfToken(token)).not.toBeNull();
    expect((await act(id)()).ok).toBe(true);
    expect(await viewerOfToken(token)).toBeNull();
  });

  test("a disabled account gets the answer of a wrong password, and may be enabled again", async () => {
    const { id, secret } = await create("tam.khoa");
    const admin = await viewerOf("admin");
    await disableAccount(admin, locked(id));
    const attempt = () => signIn({ name: "tam.khoa", password: secret }, { address: "b", userAgent: null });
    expect(codes(await attempt())).toEqual(["wrong-credentials"]);
    expect((await accounts.enableAccount(admin, { id })).ok).toBe(true);
    expect((await attempt()).ok).toBe(true);
  });

  test("nobody disables, demotes or resets the account they are using", async () => {
    const admin = await viewerOf("admin");
    const id = admin.accountId ?? "";
    expect(codes(await disableAccount(admin, locked(id)))).toEqual(["own-account"]);
    expect(codes(await accounts.resetPassword(admin, { id, version: 1 }))).toEqual(["own-account"]);
    expect(codes(await changeRights(admin, { id, version: 1, role: "leader", agencyId: null }))).toEqual([
      "own-account",
    ]);
  });

  test("a new password asked for twice at once is made once, and is the one that was shown", async () => {
    const { id } = await create("hai.lan");
    const admin = await viewerOf("admin");
    const both = await Promise.all([1, 2].map(() => accounts.resetPassword(admin, { id, version: 1 })));
    const shown = both.flatMap((each) => (each.ok ? [each.value.secret] : []));
    expect(shown).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(["read-changed"]);
    expect((await enterAs("hai.lan", shown[0] ?? "")).mustChangePassword).toBe(true);
  });

  test("signing out somebody who is signed in nowhere is refused, with nothing written", async () => {
    const { id } = await create("khong.o.dau");
    const before = await countAll();
    expect(codes(await accounts.revokeSessions(await viewerOf("admin"), { id }))).toEqual(["already-done"]);
    expect(await countAll()).toBe(before);
  });

  test("a change made from an old page is refused with what stands now", async () => {
    const { id } = await create("ban.cu");
    const admin = await viewerOf("admin");
    const change = { id, version: 1, role: "inspector" as const, agencyId: null };
    expect((await changeRights(admin, change)).ok).toBe(true);
    const again = await changeRights(admin, { ...change, role: "leader" });
    expect(codes(again)).toEqual(["stale"]);
  });

  test("one's own password is changed with the current one, and ends every other session", async () => {
    const { secret } = await create("doi.mk");
    const from = { address: "c", userAgent: null };
    const other = await signIn({ name: "doi.mk", password: secret }, from);
    const viewer = await enterAs("doi.mk", secret);
    const next = "một câu dài dễ nhớ";
    const attempt = (current: string, password: string, repeated = password) =>
      own.changeOwnPassword(viewer, { current, password, repeated });
    expect(codes(await attempt("sai mật khẩu", next))).toEqual(["password-wrong"]);
    expect(codes(await attempt(secret, "ngắn"))).toEqual(["password-too-short"]);
    expect(codes(await attempt(secret, "password1234567"))).toEqual(["password-too-common"]);
    expect(codes(await attempt(secret, next, `${next}!`))).toEqual(["password-differs"]);
    expect(codes(await attempt(secret, secret))).toEqual(["password-same"]);
    expect((await attempt(secret, next)).ok).toBe(true);
    expect(await viewerOfToken(other.ok ? other.value : "")).toBeNull();
    expect((await enterAs("doi.mk", next)).mustChangePassword).toBe(false);
  });

  test("one's own password sent twice at once is changed once", async () => {
    const { secret } = await create("mk.hai.lan");
    const viewer = await enterAs("mk.hai.lan", secret);
    const input = { current: secret, password: "một câu dài dễ nhớ", repeated: "một câu dài dễ nhớ" };
    const both = await Promise.all([
      own.changeOwnPassword(viewer, input),
      own.changeOwnPassword(viewer, input),
    ]);
    expect(both.flatMap(codes)).toEqual(["password-wrong"]);
  });

  test("as many change theirs at once as there are connections, and none waits for another", async () => {
    const viewers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const { secret } = await create(`mk.cung.luc.${n}`);
        return { secret, viewer: await enterAs(`mk.cung.luc.${n}`, secret) };
      }),
    );
    const password = "một câu dài dễ nhớ";
    const changed = await Promise.all(
      viewers.map(({ secret, viewer }) =>
        own.changeOwnPassword(viewer, { current: secret, password, repeated: password }),
      ),
    );
    expect(changed.flatMap(codes)).toEqual([]);
  });

  test("nobody ends a session that is not theirs", async () => {
    const admin = await viewerOf("admin");
    const officer = await viewerOf("officer");
    expect(codes(await own.endOwnSession(officer, { id: admin.sessionId ?? "" }))).toEqual(["already-done"]);
    expect((await listOpenSessions(admin, admin.accountId ?? "")).length).toBeGreaterThan(0);
  });
});
