import { describe, expect, test } from "vitest";

import * as accounts from "@/lib/accounts/commands";
import { disableAccount } from "@/lib/accounts/handover/commands";
import { listUnaccounted } from "@/lib/accounts/queries";
import { changeRights } from "@/lib/accounts/rights/commands";
import { listColleagues } from "@/lib/programme/queries";
import { accountId, codes, countAll, lead, locked } from "@/tests/support/database/accounts";
import { viewerOf } from "@/tests/support/database/people";
import { rowsOf } from "@/tests/support/database/viewer";

describe("somebody who is known already", () => {
  /** A secretary by name, as a programme knows them before they have an account. */
  async function createKnown(fullName: string): Promise<string> {
    const rows = await rowsOf<{ id: string }>("insert into person (full_name) values ($1) returning id", [
      fullName,
    ]);
    const id = rows[0]?.id ?? "";
    await rowsOf(
      `insert into team_member (visit_id, person_id, duty) select v.id, $1, 'member' from visit v
       where not exists (select 1 from visit_result r where r.visit_id = v.id) limit 1`,
      [id],
    );
    return id;
  }
  const personOfAccount = async (name: string): Promise<string> => {
    const rows = await rowsOf<{ person: string }>("select person_id as person from account where name = $1", [
      name,
    ]);
    return rows[0]?.person ?? "";
  };
  const open = async (name: string, fullName: string, personId?: string) =>
    accounts.createAccount(await viewerOf("admin"), {
      ...lead(name),
      fullName,
      role: "inspector",
      ...(personId !== undefined && { personId }),
    });

  test("is offered, asked for by name, and is given the account; once", async () => {
    const person = await createKnown("Dương Thị Oanh");
    expect(await listUnaccounted(await viewerOf("admin"))).toContainEqual(
      expect.objectContaining({ id: person, name: "Dương Thị Oanh" }),
    );
    expect(await listUnaccounted(await viewerOf("leader"))).toEqual([]);
    const before = await countAll();
    expect(codes(await open("oanh", "Duong Thi Oanh"))).toEqual(["person-known"]);
    expect(codes(await open("oanh", "Lê Văn Bình", person))).toEqual(["person-differs"]);
    expect(await countAll()).toBe(before);
    expect((await open("oanh", "Dương Thị Oanh", person)).ok).toBe(true);
    expect(await personOfAccount("oanh")).toBe(person);
    expect(codes(await open("oanh.hai", "Dương Thị Oanh", person))).toEqual(["person-taken"]);
    expect((await open("oanh.ba", "Dương Thị Oanh", "new")).ok).toBe(true);
    expect(await personOfAccount("oanh.ba")).not.toBe(person);
  });

  test("is given an account that was opened for a second person of that name, unless that one is known too", async () => {
    const person = await createKnown("Lê Thị Nối");
    expect((await open("noi", "Lê Thị Nối", "new")).ok).toBe(true);
    const admin = await viewerOf("admin");
    const form = { id: await accountId("noi"), version: 1, role: "inspector" as const, agencyId: null };
    expect((await changeRights(admin, { ...form, personId: person })).ok).toBe(true);
    expect(await personOfAccount("noi")).toBe(person);
    const other = await createKnown("Lê Thị Nối");
    expect(codes(await changeRights(admin, { ...form, version: 2, personId: other }))).toEqual([
      "person-busy",
    ]);
  });

  test("may be put into a team by who plans as long as the account is open, and nobody else sees more of accounts", async () => {
    const named = async () => (await listColleagues(await viewerOf("inspector"))).map(({ name }) => name);
    expect((await open("to.moi", "Vũ Thị Tổ", "new")).ok).toBe(true);
    expect(await named()).toContain("Vũ Thị Tổ");
    expect(await listColleagues(await viewerOf("officer"))).toEqual([]);
    const person = await createKnown("Vũ Văn Khóa");
    expect((await open("khoa", "Vũ Văn Khóa", person)).ok).toBe(true);
    expect(await named()).toContain("Vũ Văn Khóa");
    await disableAccount(await viewerOf("admin"), locked(await accountId("khoa")));
    expect(await named()).not.toContain("Vũ Văn Khóa");
  });
});
