import { describe, expect, it } from "vitest";

import { amendMinutes } from "@/lib/visits/minutes/commands";
import { absent } from "@/lib/visits/minutes/types";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { findAmendment, findMinutes, findNotice } from "@/lib/reports/queries";
import { UnreadableMinutes } from "@/lib/reports/unmade/rules";
import { sealedVisit } from "@/tests/support/database/sealed";
import { rowsOf } from "@/tests/support/database/viewer";
import { inspector } from "@/tests/support/database/visit";

/** Puts other words where signed minutes stand, as nobody may: past row security and the guards of the table. */
const spoil = (visit: string, content: string): Promise<unknown> =>
  rowsOf(`begin; set local session_replication_role = replica;
    update visit_minutes set content = '${content}' where visit_id = '${visit}'; commit`);

const registration = { number: null, date: null };

describe("the signed text of minutes", () => {
  it("is read by its schema, an amendment too", async () => {
    const visit = await sealedVisit();
    const form = {
      visitId: visit,
      version: 1,
      reason: "Bổ sung",
      representative: absent,
      opinion: undefined,
    };
    expect(await amendMinutes(await inspector(), form)).toMatchObject({ ok: true });
    expect(await listMinutes(await inspector(), visit)).toMatchObject([
      { version: 1, signed: { signedOn: "2017-12-30", answers: { "C.1": { outcome: "conforming" } } } },
      { version: 2, signed: {} },
    ]);
    for (const version of await listMinutes(await inspector(), visit))
      expect(version.unreadable).toBeUndefined();
  });

  it.each([
    ["nothing that is JSON", "{"],
    ["another shape", "[]"],
    ["nobody's signature", '{"form":"ne-nep-minutes-v1","answers":{}}'],
    [
      "a form that is not known here",
      '{"form":"ne-nep-minutes-v9","representative":{"signature":{"kind":"none"}}}',
    ],
    [
      "an outcome that there is not",
      '{"form":"ne-nep-minutes-v1","answers":{"C.1":{"outcome":"fine","note":""}},"representative":{"signature":{"kind":"none"}}}',
    ],
    [
      "a day that there is not",
      '{"form":"ne-nep-minutes-v1","signedOn":"2017-02-31","representative":{"signature":{"kind":"none"}}}',
    ],
  ])(
    "is named where it says %s: the rest is still read, and no paper is made of it",
    async (_what, content) => {
      const visit = await sealedVisit();
      await spoil(visit, content);
      const viewer = await inspector();
      expect(await listMinutes(viewer, visit)).toMatchObject([
        { version: 1, unreadable: true, signature: { kind: "none" }, signatories: [], signed: {} },
      ]);
      for (const paper of [
        () => findMinutes(viewer, visit, registration),
        () => findNotice(viewer, visit, registration),
        () => findAmendment(viewer, visit, 2, registration),
      ])
        await expect(paper()).rejects.toThrow(UnreadableMinutes);
    },
  );
});
