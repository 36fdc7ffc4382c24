import { expect, it } from "vitest";

import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { arrived, isReadable } from "@/lib/offline/signing/copies/rules";
import type { MinutesDraft } from "@/lib/offline/types";
import { absent, type MinutesSheet } from "@/lib/visits/minutes/types";

const said = { visitId: "v", findings: [], conclusion: "", representative: absent };
const draft: MinutesDraft = said;
const sheet: MinutesSheet = { ...said, answers: {}, photos: {}, rechecks: {} };

it("keeps sealed minutes on the device until thirty days after they arrived, and longer where they have not", () => {
  const sealedAt = "2018-01-01T00:00:00.000Z";
  const copy = { visit: {} as PackedVisit, sheet, fingerprint: "", sealedAt };
  const sent = arrived(draft, copy, { number: "000001", time: "" });
  expect(isReadable(sent, new Date("2018-01-30T23:00:00Z"))).toBe(true);
  expect(isReadable(sent, new Date("2018-01-31T00:00:01Z"))).toBe(false);
  expect(isReadable({ ...draft, sealed: copy }, new Date("2019-01-01T00:00:00Z"))).toBe(true);
  expect(isReadable(draft, new Date(sealedAt))).toBe(false);
});
