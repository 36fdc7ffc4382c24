import { beforeAll, describe, expect, it } from "vitest";

import { recordLapse } from "@/lib/adoption/lapses/commands";
import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { signPolicy } from "@/lib/policies/signatures/commands";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { deskOf } from "@/lib/reminders/rules";
import { findDuties } from "@/lib/reminders/queries";
import { returnDraft } from "@/lib/submissions/commands";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const code = "ubnd-duc-pho";
const day = plainDate("31/12/2017");

const one = async (statement: string, values: unknown[] = []): Promise<string> =>
  (await rowsOf<{ id: string }>(statement, values))[0]?.id ?? "";

let agencyId = "";
let former: Viewer;
let next: Viewer;

beforeAll(async () => {
  agencyId = await one("select id from agency where code = $1", [code]);
  await rowsOf(
    "update appointment set valid_to = '2017-12-16' where agency_id = $1 and post = 'head' and valid_to is null",
    [agencyId],
  );
  next = await createViewer("head", code, "Trần Thị Mới");
  await rowsOf(
    "insert into appointment (agency_id, person_id, post, title, valid_from) values ($1, $2, 'head', 'Chủ tịch', '2017-12-29')",
    [agencyId, next.personId],
  );
  [former, next] = [await viewerNamed("head"), await again(next)];
});

const again = async ({ accountId }: Viewer): Promise<Viewer> =>
  viewerNamed(
    (await rowsOf<{ name: string }>("select name from account where id = $1", [accountId]))[0]?.name ?? "",
  );

const written = () =>
  rowsOf(`select (select count(*) from journal_entry) as entries, (select count(*) from cancellation) as cancelled,
    (select count(*) from milestone) as milestones`);

const signature = () =>
  one(
    "select id from quality_policy where agency_id = $1 and signed_on is not null and replaced_on is null",
    [agencyId],
  );
const document = () =>
  one("select id from controlled_document where agency_id = $1 and code = 'QT-01'", [agencyId]);

const acts: Record<string, (viewer: Viewer) => Promise<{ ok: boolean }>> = {
  "lets the system lapse": (viewer) =>
    recordLapse(viewer, { agencyId, agencyCode: code, lapsedOn: day, evidence: "Thông báo số 9" }),
  "cancels the signature of another": async (viewer) => {
    const id = await signature();
    return cancelEntry(viewer, {
      agencyId,
      agencyCode: code,
      of: "policy_signature",
      id,
      about: id,
      reason: "Nhầm",
    });
  },
  "cancels what others entered": async (viewer) => {
    const id = await one("select id from milestone where agency_id = $1 and declaration_id is null limit 1", [
      agencyId,
    ]);
    return cancelEntry(viewer, {
      agencyId,
      agencyCode: code,
      of: "milestone",
      id,
      about: agencyId,
      reason: "Nhầm",
    });
  },
  "withdraws a document without a scan": async (viewer) =>
    withdrawDocument(viewer, {
      documentId: await document(),
      withdrawnOn: day,
      reason: "Không còn dùng",
      scan: null,
    }),
  "keeps a document without a scan": async (viewer) =>
    keepDocument(viewer, {
      ...{ documentId: await document(), reviewedOn: day, nextDueOn: plainDate("31/12/2018") },
      ...{ conclusion: "Còn phù hợp", scan: null },
    }),
  "returns a draft": async (viewer) =>
    returnDraft(viewer, {
      agencyId,
      agencyCode: code,
      of: "document",
      id: await document(),
      version: 1,
      note: "Sửa",
    }),
  "approves a draft": async (viewer) =>
    approveDraft(viewer, {
      ...{ documentId: await document(), version: 1, effectiveOn: day, reviewDueOn: plainDate("31/12/2018") },
    }),
  "signs the policy": (viewer) => signPolicy(viewer, { agencyId, agencyCode: code, version: 1 }),
};

describe("a head whose term has ended", () => {
  it.each(Object.keys(acts))("no longer %s, and hears who heads the agency", async (name) => {
    const before = await written();
    expect(await acts[name]?.(former)).toMatchObject({
      ok: false,
      problems: [{ code: "not-in-post", values: { name: "Trần Thị Mới", since: "29/12/2017" } }],
    });
    expect(await written()).toEqual(before);
  });

  it("is offered nothing to cancel, and finds nothing on the desk", async () => {
    const kinds = ["milestone", "declaration", "policy_signature", "document_approval"] as const;
    expect((await listCorrections(former, agencyId, kinds)).cancellable).toEqual([]);
    expect((await listCorrections(next, agencyId, kinds)).cancellable).not.toEqual([]);
    expect(await findCancellable(former, agencyId, "policy_signature", await signature())).toBeNull();
    expect(deskOf(former)).toBe("nobody");
    expect((await findDuties(former, { id: agencyId, code }, deskOf(former), day, "vi")).tasks).toEqual([]);
    expect(mayFor(former, "documents.read", agencyId)).toBe(true);
  });

  it("leaves what was signed to the office: the next head cancels it", async () => {
    expect(await acts["cancels the signature of another"]?.(next)).toMatchObject({ ok: true });
  });

  it("hears that nobody heads the agency, and since when, while that is so", async () => {
    await rowsOf("update appointment set valid_to = '2017-12-30' where agency_id = $1 and person_id = $2", [
      ...[agencyId, next.personId],
    ]);
    expect(await acts["lets the system lapse"]?.(await again(next))).toMatchObject({
      ok: false,
      problems: [{ code: "nobody-in-post", values: { since: "30/12/2017" } }],
    });
  });
});
