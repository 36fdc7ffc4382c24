import { afterAll, describe, expect, test } from "vitest";

import { matrix } from "@/lib/identity/matrix";
import { roles, type Role, type Viewer } from "@/lib/identity/types";

import { commandProofs, withoutRight, type CommandProof } from "./commands";
import { exportsOf } from "./exports";
import { grounds, leaveGround, one, plantAccount, reaches, rows, sessionOf, written } from "./ground";

afterAll(leaveGround);

const asking = async (role: Role, { ownAccount }: CommandProof): Promise<Viewer> =>
  (await sessionOf(ownAccount ? (await plantAccount(role)).name : role)).viewer;

test("every command is in the table, and the table holds nothing else", async () => {
  const exported = await exportsOf("commands.ts");
  expect(exported).toEqual([...commandProofs.keys(), ...withoutRight].sort());
});

describe.each([...commandProofs])("%s", (_name, proof) => {
  test.each(roles)("does for the %s what the matrix says, and a refusal writes nothing", async (role) => {
    for (const ground of grounds) {
      const viewer = await asking(role, proof);
      const act = await proof.prepare(ground, viewer);
      const before = await written();
      const result = await act(viewer);
      const allowed = reaches(matrix[proof.action][role], ground);
      expect(result, `${proof.action} ${role} ${ground}`).toMatchObject({ ok: allowed });
      if (allowed) expect(await written()).not.toEqual(before);
      else expect(await written()).toEqual(before);
    }
  });
});

const entries = async (): Promise<number> =>
  (await one<{ n: number }>("select count(*)::int as n from journal_entry")).n;

describe("the same input, sent twice at once,", () => {
  test.each([...commandProofs])("is one thing done: %s", async (_name, proof) => {
    const role = roles.find((each) => matrix[proof.action][each] !== "none") ?? "admin";
    const viewer = await asking(role, proof);
    const act = await proof.prepare("own", viewer);
    const before = await entries();
    const both = await Promise.all([act(viewer), act(viewer)]);
    // The second is refused; or, where it says what is already so, it is told so without another entry.
    const done = both.filter((each) => each.ok).length;
    expect(done).toBeGreaterThan(0);
    expect(done === 1 || (await entries()) - before <= 1).toBe(true);
  });
});

test.each(roles)("a disabled %s is nobody from the next request on", async (role) => {
  const { id, name } = await plantAccount(role);
  await expect(sessionOf(name)).resolves.toMatchObject({ viewer: { role } });
  await rows("update account set disabled_at = now() where id = $1", [id]);
  await expect(sessionOf(name)).rejects.toThrow(/no way in/);
});
