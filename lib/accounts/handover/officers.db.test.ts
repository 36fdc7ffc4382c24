import { beforeAll, describe, expect, it } from "vitest";

import { findHoldings, listLeftBehind } from "@/lib/accounts/handover/queries";
import { findFollowUp } from "@/lib/findings/followed/queries";
import { findKeptInput, keepFor } from "@/lib/gate/kept-input";
import {
  admin,
  begin,
  heldOf,
  idOf,
  kindsOf,
  lock,
  createAnswer,
  createFinding,
  createVisit,
  today,
  told,
} from "@/tests/support/database/handover";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeAll(begin);

describe("an officer", () => {
  it("hands on a post, a draft and a part in correcting a finding to a colleague of the agency alone", async () => {
    const [leaver, colleague, stranger] = [
      await createViewer("officer", "ubnd-mo-duc", "Đinh Cán Bộ"),
      await createViewer("officer", "ubnd-mo-duc", "Võ Kế Nhiệm"),
      await createViewer("officer", "ubnd-ly-son"),
    ];
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from)
       select $1, id, 'iso_officer', 'Chuyên viên Văn phòng', '2017-01-01' from agency where code = 'ubnd-mo-duc'`,
      [leaver.personId],
    );
    const [document] = await rowsOf<{ id: string }>(
      "insert into controlled_document (agency_id, code, kind) values ($1, 'QT-88', 'procedure') returning id",
      [leaver.agencyId],
    );
    await rowsOf(
      `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary, drafted_by)
       values ($1, $2, 1, 0, 'Tiếp dân', 'Nội dung', 'Yêu cầu', 'Toàn bộ', 'Lần đầu', $3)`,
      [leaver.agencyId, document?.id, leaver.personId],
    );
    const finding = await createFinding(await createVisit(await viewerNamed("inspector")));
    await createAnswer(finding, "Đinh Cán Bộ, Văn phòng");
    expect(await heldOf(leaver)).toMatchObject([
      { kind: "post", detail: "iso_officer", name: "Chuyên viên Văn phòng" },
      { kind: "responsible", id: finding, name: "D.2", detail: "policy_posting" },
      { kind: "draft", id: document?.id, name: "QT-88 Tiếp dân" },
    ]);
    const { successors } = await findHoldings(admin, idOf(leaver), today);
    expect(successors.map(({ accountId }) => accountId)).not.toContain(idOf(stranger));
    expect(await lock(leaver, stranger)).toMatchObject({
      problems: [{ code: "not-a-choice", field: "successor" }],
    });
    expect(await lock(leaver, colleague)).toMatchObject({ ok: true });
    expect(await heldOf(leaver)).toEqual([]);
    expect(await kindsOf(colleague)).toEqual(["post", "responsible", "draft", "desk"]);
    expect(
      await rowsOf(
        "select person_id, valid_from::text, valid_to::text from appointment where title = 'Chuyên viên Văn phòng' order by valid_from",
      ),
    ).toEqual([
      { person_id: leaver.personId, valid_from: "2017-01-01", valid_to: "2017-12-31" },
      { person_id: colleague.personId, valid_from: "2017-12-31", valid_to: null },
    ]);
    expect((await findFollowUp(colleague, finding))?.handedOn).toEqual([
      { from: "Đinh Cán Bộ", to: "Võ Kế Nhiệm", on: today },
    ]);
    expect(await told("responsible-handed-on", finding)).toMatchObject({ handedTo: "Võ Kế Nhiệm" });
    expect(await told("draft-handed-on", document?.id ?? "")).toMatchObject({ title: "QT-88 Tiếp dân" });
    expect(await told("post-handed-on", leaver.agencyId ?? "")).toMatchObject({ post: "iso_officer" });
  });

  it("hands on nothing where something that was ticked cannot pass: a post does not pass to a head", async () => {
    const [leaver, head] = [
      await createViewer("officer", "ubnd-mo-duc", "Trịnh Đi Vắng"),
      await createViewer("head", "ubnd-mo-duc", "Lương Thủ Trưởng"),
    ];
    await rowsOf(
      "insert into appointment (person_id, agency_id, post, title, valid_from) values ($1, $2, 'iso_officer', 'Chuyên viên', '2017-01-01')",
      [leaver.personId, leaver.agencyId],
    );
    await keepFor(idOf(leaver), "reviews.record", "/agencies/ubnd-mo-duc/reviews/new", {
      scope: "Toàn cơ quan",
    });
    expect(await kindsOf(leaver)).toEqual(["post", "typed"]);
    expect(await lock(leaver, head)).toMatchObject({
      problems: [
        { code: "kind-not-passed", field: "things", values: { kind: "post", name: "Lương Thủ Trưởng" } },
      ],
    });
    expect(await kindsOf(leaver)).toEqual(["post", "typed"]);
    expect(await lock(leaver, head, ["typed"])).toMatchObject({ ok: true });
    expect(await kindsOf(leaver)).toEqual(["post"]);
  });

  it("hands on what was being typed when a session ran out, and nobody else reads it", async () => {
    const [leaver, colleague] = [
      await createViewer("officer", "ubnd-mo-duc", "Bùi Nhập Dở"),
      await createViewer("officer", "ubnd-mo-duc", "Tạ Nhập Tiếp"),
    ];
    const [door, path] = ["reviews.record", "/agencies/ubnd-mo-duc/reviews/new"];
    await keepFor(idOf(leaver), door, path, { scope: "Toàn cơ quan" });
    await keepFor(idOf(leaver), "policies.draft", "/agencies/ubnd-mo-duc/policy/edit", { body: "Cam kết" });
    await keepFor(idOf(colleague), "policies.draft", "/agencies/ubnd-mo-duc/policy/edit", {
      body: "Của mình",
    });
    expect(await kindsOf(leaver)).toEqual(["typed", "typed"]);
    expect(JSON.stringify(await findHoldings(admin, idOf(leaver), today))).not.toContain("Toàn cơ quan");
    expect(await lock(leaver, colleague)).toMatchObject({ ok: true });
    expect((await findKeptInput(colleague, door, path)).values).toEqual({ scope: "Toàn cơ quan" });
    expect(
      (await findKeptInput(colleague, "policies.draft", "/agencies/ubnd-mo-duc/policy/edit")).values,
    ).toEqual({
      body: "Của mình",
    });
    expect(await kindsOf(leaver)).toEqual(["typed"]);
    expect(await told("typed-handed-on", leaver.agencyId ?? "")).toMatchObject({ handedTo: "Tạ Nhập Tiếp" });
  });

  it("who is the last of an agency leaves a desk that nobody works at: said before, and until there is another", async () => {
    const only = await createViewer("officer", "ubnd-ly-son");
    await rowsOf("update account set disabled_at = now() where agency_id = $1 and id <> $2", [
      only.agencyId,
      only.accountId,
    ]);
    expect(await kindsOf(only)).toEqual(["desk"]);
    expect(await lock(only, "")).toMatchObject({ ok: true });
    expect(await kindsOf(only)).toEqual(["desk"]);
    expect((await listLeftBehind(admin, today)).map(({ accountId }) => accountId)).toContain(idOf(only));
    await createViewer("officer", "ubnd-ly-son");
    expect(await kindsOf(only)).toEqual([]);
  });
});
