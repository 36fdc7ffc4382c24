import { expect, it } from "vitest";

import { mayCancel } from "@/lib/corrections/rules";
import type { Role } from "@/lib/identity/types";

const me = "a";
const inOffice = { holds: "head" as const, head: null, vacantSince: null };
const asking = (role: Role) => ({ role, accountId: me, office: role === "head" ? inOffice : null });
const colleague = "b";
// 23:30 and 00:30 in Vietnam are two days, and one day in Greenwich.
const evening = new Date("2017-12-30T16:30:00Z");
const night = new Date("2017-12-30T17:30:00Z");
const morning = new Date("2017-12-31T01:00:00Z");

it.each<[string, Role, string | null, Date | null, boolean]>([
  ["an officer, their own of the day", "officer", me, night, true],
  ["an officer, their own of the evening before", "officer", me, evening, false],
  ["an officer, a colleague's of the day", "officer", colleague, night, false],
  ["an officer, what nobody knows who recorded", "officer", null, null, false],
  ["an officer, their own of an unknown day", "officer", me, null, false],
  ["the head, anybody's of any day", "head", colleague, evening, true],
  ["the head, what nobody knows who recorded", "head", null, null, true],
  ["the leader, anybody's of any day", "leader", colleague, evening, true],
])("%s", (_who, role, recordedBy, recordedAt, may) => {
  expect(mayCancel(asking(role), { of: "posting", recordedBy, recordedAt }, morning)).toBe(may);
});

it.each<[string, Role, string | null, boolean]>([
  ["who made it, whenever", "officer", me, true],
  ["a colleague", "officer", colleague, false],
  ["the head", "head", colleague, false],
  ["the leader", "leader", colleague, false],
])("a submission is taken back by %s: %s", (_who, role, recordedBy, may) => {
  for (const of of ["document_submission", "policy_submission"] as const)
    expect(mayCancel(asking(role), { of, recordedBy, recordedAt: evening }, morning)).toBe(may);
});

it.each<[Role, boolean]>([
  ["officer", true],
  ["head", true],
  ["leader", false],
])("a draft is discarded by those who write it, whoever and whenever: %s", (role, may) => {
  for (const of of ["policy_draft", "document_draft"] as const)
    expect(mayCancel(asking(role), { of, recordedBy: null, recordedAt: null }, morning)).toBe(may);
});

it.each<[string, Role, string | null, Date | null, boolean]>([
  ["the head, what the head approved", "head", null, null, true],
  ["the officer who recorded it today", "officer", me, night, true],
  ["an officer, what the head approved", "officer", null, null, false],
  ["an officer, what was recorded yesterday", "officer", me, evening, false],
  ["the province, whose affair it is not", "leader", me, night, false],
])("an approval or a signature is cancelled by %s", (_who, role, recordedBy, recordedAt, may) => {
  for (const of of ["document_approval", "policy_signature"] as const)
    expect(mayCancel(asking(role), { of, recordedBy, recordedAt }, morning)).toBe(may);
});
