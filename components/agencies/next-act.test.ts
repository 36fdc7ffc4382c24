import { expect, it } from "vitest";

import { nextActOf } from "@/components/agencies/next-act";
import { plainDate } from "@/lib/kernel/plain-date";

type Known = Parameters<typeof nextActOf>[1];

const standing = { bucket: "declared" } as Known["standing"];
const owed = (stage: "open" | "answered" | "returned") =>
  ({ id: stage, topic: "scope", stage }) as Known["findings"]["open"][number];
const known = (more: Partial<Known>): Known => ({
  standing,
  next: null,
  findings: { total: 0, closed: 0, overdue: 0, corrected: 0, open: [] },
  policy: { gaps: [] as Known["policy"]["gaps"] } as Known["policy"],
  documents: { items: [], others: [], designation: "" },
  ...more,
});
const findings = (...open: Known["findings"]["open"]) => ({ ...known({}).findings, open });

it("has nothing to do where all is well, ended, or not yet watched", () => {
  expect(nextActOf("a", known({}))).toBeNull();
  expect(nextActOf("a", known({ standing: null, findings: findings(owed("open")) }))).toBeNull();
  expect(nextActOf("a", known({ standing: { bucket: "ceased" } as Known["standing"] }))).toBeNull();
});

it("first takes the step towards declaring", () => {
  const undeclared = {
    standing: { bucket: "in_progress" } as Known["standing"],
    findings: findings(owed("open")),
  };
  const built = { kind: "built" as const, on: plainDate("31/03/2018") };
  expect(nextActOf("a", known({ ...undeclared, next: built }))?.href).toBe("/agencies/a/milestones/new");
  expect(nextActOf("a", known({ ...undeclared, next: { kind: "declared", on: null } }))?.href).toBe(
    "/agencies/a/declarations/new",
  );
});

it("then answers the finding that has waited longest for the agency, not one that waits for others", () => {
  const known3 = known({ findings: findings(owed("answered"), owed("returned"), owed("open")) });
  expect(nextActOf("a", known3)).toEqual({
    key: "answer",
    href: "/findings/returned/answer",
    topic: "scope",
  });
  expect(nextActOf("a", known({ findings: findings(owed("answered")) }))).toBeNull();
});

it("then mends the policy", () => {
  const policy = { gaps: ["not-posted"] } as unknown as Known["policy"];
  expect(nextActOf("a", known({ policy }))).toEqual({ key: "policy", href: "/agencies/a/policy" });
});
