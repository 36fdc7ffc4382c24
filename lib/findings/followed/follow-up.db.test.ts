import { describe, expect, it } from "vitest";

import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import type { AnswerForm } from "@/lib/findings/answers/schema";
import { claimBlock } from "@/lib/findings/blocks/commands";
import { closeFinding } from "@/lib/findings/commands";
import { findFollowUp } from "@/lib/findings/followed/queries";
import { addDays, plainDate } from "@/lib/kernel/plain-date";
import {
  agencyCode,
  answerTo,
  claimed,
  codeOf,
  inspector,
  officer,
  photo,
  createFinding,
  raisedOn,
  reason,
  refusedWith,
  stageOf,
  today,
  verified,
  written,
} from "@/tests/support/database/findings";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

describe("a finding followed to its end", () => {
  it("is answered with a photo, sent back, answered again and verified; nothing is overwritten", async () => {
    const id = await createFinding();
    const [agency, team] = [await officer(), await inspector()];
    expect(codeOf(await answerFinding(agency, answerTo(id, 0, { evidence: [photo(), photo()] })))).toBe(
      "done",
    );
    expect(await stageOf(id)).toBe("answered");
    expect(codeOf(await returnAnswer(team, { findingId: id, version: 1, reason }))).toBe("done");
    expect(await stageOf(id)).toBe("returned");
    const second = { cause: "Văn phòng không có danh mục các nơi niêm yết chính sách" };
    expect(codeOf(await answerFinding(agency, answerTo(id, 2, second)))).toBe("done");
    expect(codeOf(await closeFinding(team, verified(id, 3)))).toBe("done");
    expect(await stageOf(id)).toBe("closed");
    const followed = await findFollowUp(agency, id);
    expect(followed?.turns).toBe(3);
    expect(followed?.answers).toMatchObject([
      { number: 1, files: [{ name: "Bảng tin.png" }, { name: "Bảng tin.png" }], back: { reason, on: today } },
      { number: 2, cause: second.cause, files: [], back: null },
    ]);
    const actions = await rowsOf<{ action: string }>(
      "select action from journal_entry where entity_id = $1 order by id",
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...["finding-answered", "finding-returned", "finding-answered", "finding-closed"],
    ]);
  });

  it("waits for whose turn it is", async () => {
    const id = await createFinding();
    const [agency, team] = [await officer(), await inspector()];
    await refusedWith("finding-turn", id, () => closeFinding(team, verified(id, 0)));
    await refusedWith("finding-turn", id, () => returnAnswer(team, { findingId: id, version: 0, reason }));
    await answerFinding(agency, answerTo(id, 0));
    await refusedWith("finding-turn", id, () => answerFinding(agency, answerTo(id, 1)));
    await refusedWith("finding-turn", id, () => claimBlock(agency, claimed(id, 1, raisedOn)));
    await closeFinding(team, verified(id, 1));
    await refusedWith("already-done", id, () => answerFinding(agency, answerTo(id, 1)));
    await refusedWith("already-done", id, () => closeFinding(team, verified(id, 1)));
  });

  it("lets an inspector close an observation that asks for no answer", async () => {
    expect(
      codeOf(await closeFinding(await inspector(), verified(await createFinding("observation"), 0))),
    ).toBe("done");
  });

  it("is verified after it was answered, and not ahead of time", async () => {
    const id = await createFinding();
    const team = await inspector();
    await answerFinding(await officer(), answerTo(id, 0));
    await refusedWith("date-before", id, () => closeFinding(team, verified(id, 1, addDays(today, -1))));
    await refusedWith("date-in-future", id, () => closeFinding(team, verified(id, 1, addDays(today, 1))));
  });

  it("refuses a save from a form that did not know of the last turn, and says who took it", async () => {
    const id = await createFinding();
    const team = await inspector();
    await answerFinding(await officer(), answerTo(id, 0));
    await returnAnswer(team, { findingId: id, version: 1, reason });
    const before = await written(id);
    const stale = await answerFinding(await viewerNamed("head"), answerTo(id, 0));
    expect(stale).toMatchObject({ problems: [{ code: "read-changed", values: { name: team.name } }] });
    expect(stale).not.toHaveProperty("conflict");
    expect(await written(id)).toEqual(before);
  });

  it("takes one of two answers that come at the same moment", async () => {
    const id = await createFinding();
    const agency = await officer();
    const both = await Promise.all([0, 0].map((version) => answerFinding(agency, answerTo(id, version))));
    expect(both.map(codeOf).sort()).toEqual(["done", "finding-turn"]);
  });

  it.each([
    ["part-repeated", { cause: "Đã khắc phục đầy đủ", correction: "Đã khắc phục đầy đủ." }],
    ["date-before", { doneBy: plainDate("11/10/2017") }],
    ["file-type", { evidence: [new File(["#!/bin/sh"], "anh.png")] }],
  ] satisfies [string, Partial<AnswerForm>][])("refuses an answer: %s", async (code, more) => {
    const id = await createFinding();
    const agency = await officer();
    await refusedWith(code, id, () => answerFinding(agency, answerTo(id, 0, more)));
  });

  it("is judged by nobody of the same agency, in the command and in the database", async () => {
    const id = await createFinding();
    await answerFinding(await officer(), answerTo(id, 0));
    const own = "from account c, agency a where c.name = 'inspector' and a.code = $1";
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from) select c.person_id, a.id, 'deputy_head', 'Phó', '2017-12-01' ${own}`,
      [agencyCode],
    );
    const team = await inspector();
    await refusedWith("own-agency", id, () => closeFinding(team, verified(id, 1)));
    await refusedWith("own-agency", id, () => returnAnswer(team, { findingId: id, version: 1, reason }));
    await expect(
      rowsOf(
        `insert into finding_closure (finding_id, agency_id, closed_on, closed_by, note) select $2, a.id, '2017-12-31', c.id, 'x' ${own}`,
        [agencyCode, id],
      ),
    ).rejects.toThrow(/same agency/);
    await rowsOf("delete from appointment where title = 'Phó'");
    expect(codeOf(await closeFinding(team, verified(id, 1)))).toBe("done");
  });
});

it.each(["finding_answer", "finding_return", "finding_claim", "finding_claim_refusal", "finding_message"])(
  "%s stays as it was written, whoever asks",
  async (table) => {
    await expect(rowsOf(`update ${table} set agency_id = agency_id`)).rejects.toThrow(/append-only/);
    await expect(rowsOf(`delete from ${table}`)).rejects.toThrow(/append-only/);
  },
);
