import { afterAll, describe, expect, test } from "vitest";

import { matrix } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";

import { exportsOf } from "@/tests/support/exports";
import { scopes, disconnect, reaches, sessionOf, written } from "@/tests/support/scopes";
import { queryProofs, withoutViewer } from "@/tests/contracts/queries";

afterAll(disconnect);

test("every query is in the table, and the table holds nothing else", async () => {
  expect(await exportsOf("queries.ts")).toEqual([...queryProofs.keys(), ...withoutViewer].sort());
});

describe.each([...queryProofs])("%s", (_name, { action, sees, ofNoAgency }) => {
  test.each(roles)("gives the %s what the matrix says", async (role) => {
    const { viewer } = await sessionOf(role);
    for (const where of ofNoAgency ? (["own"] as const) : scopes)
      expect(await sees(viewer, where), `${action} ${role} ${where}`).toBe(
        reaches(matrix[action][role], where),
      );
  });
});

test("the count of what is written tells a change of a single value", async () => {
  const before = await written();
  await sessionOf("leader");
  const after = await written();
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(["session"]);
});
