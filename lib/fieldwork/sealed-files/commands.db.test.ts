import { createHash } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { disableAccount } from "@/lib/accounts/handover/commands";
import { passingKinds } from "@/lib/accounts/handover/types";
import { receiveMinutes } from "@/lib/visits/commands";
import { takeImport } from "@/lib/fieldwork/sealed-files/commands";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { listImports } from "@/lib/fieldwork/sealed-files/queries";
import { minutesText } from "@/lib/visits/minutes/rules";
import { absent } from "@/lib/visits/minutes/types";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { receiveGroup, saveGroup } from "@/lib/visits/recording/commands";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import {
  fileOf,
  linesAfter,
  newId,
  none,
  photo,
  recordedAt,
  sheet,
  type Made,
} from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import {
  answerAll,
  inspector,
  loadedVisit,
  createMate,
  createVisit,
  written,
} from "@/tests/support/database/visit";

const admin = (): Promise<Viewer> => viewerNamed("admin");

const deliverFor = (viewer: Viewer, { id, message }: Made) =>
  receiveGroup(viewer, message as Parameters<typeof receiveGroup>[1], {
    id,
    recordedAt: new Date(recordedAt),
  });

/** A member of the team whose account was locked, and who handed the visit on. */
async function mateGone(visit: string): Promise<Viewer> {
  const mate = await createMate(visit);
  const successor = (await inspector()).accountId ?? "";
  const locking = { id: mate.accountId ?? "", successor, things: [...passingKinds] };
  expect(await disableAccount(await admin(), locking)).toMatchObject({ ok: true });
  return mate;
}

beforeAll(async () => {
  await ensureExportKey(systemViewer("start-up"));
});

describe("an imported file", () => {
  it("is delivered as the person who recorded it, and history names who brought it in", async () => {
    const visit = await createVisit();
    const [first, picture] = [sheet(visit, 0, "a"), photo(visit, 600_000)];
    const second = sheet(visit, 1, "b");
    const lines = await linesAfter(await fileOf(await inspector(), [first, picture, second]));
    expect(lines.map(({ result }) => result)).toEqual(["received", "received", "received"]);
    expect(lines[1]).toMatchObject({ part: "D.2", to: "attachments" });
    expect(lines[0]?.agencyName).toMatch(/\S/);
    const { answers, photos } = await loadedVisit(visit);
    expect(answers["D.1"]).toEqual({ outcome: "partly", note: "b" });
    expect(photos["D.2"]).toHaveLength(1);
    const entries = await rowsOf<{ name: string; role: string; content: string }>(
      "select actor_name as name, actor_role as role, content from journal_entry where entity_id = $1",
      [visit],
    );
    const [by, bringer] = [(await inspector()).name, (await admin()).name];
    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      expect(entry).toMatchObject({ name: by, role: "inspector" });
      expect(JSON.parse(entry.content)).toMatchObject({ broughtInBy: bringer });
    }
    const chunks = await rowsOf("select 1 from photo_chunk where sha256 = $1", [picture.message["sha256"]]);
    expect(chunks).toEqual([]);
  });

  it("is received of an account that is locked, as that person's, and leaves it locked", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const file = await fileOf(viewer, [sheet(visit, 0, "a")]);
    await rowsOf("update account set disabled_at = now() where name = 'inspector'");
    try {
      expect(await linesAfter(file)).toMatchObject([{ result: "received" }]);
      const [entry] = await rowsOf("select actor_name as name from journal_entry where entity_id = $1", [
        visit,
      ]);
      expect(entry).toEqual({ name: viewer.name });
      const [locked] = await rowsOf("select disabled_at from account where name = 'inspector'");
      expect(locked).not.toEqual({ disabled_at: null });
    } finally {
      await rowsOf("update account set disabled_at = null where name = 'inspector'");
    }
  });

  it("is received of whoever handed the visit on before any of it arrived, who is of the team again", async () => {
    const visit = await createVisit();
    const mate = await mateGone(visit);
    const team = () =>
      rowsOf("select duty::text from team_member where visit_id = $1 and person_id = $2", [
        visit,
        mate.personId,
      ]);
    expect(await team()).toEqual([]);
    // From an office page nobody comes back in who was taken out.
    const typed = { visitId: visit, groupCode: "D", version: 0, answers: {} };
    expect(await saveGroup(mate, typed)).toMatchObject({ problems: [{ code: "not-in-team" }] });
    const lines = await linesAfter(await fileOf(mate, [photo(visit), sheet(visit, 0, "a")]));
    expect(lines.map(({ result }) => result)).toEqual(["received", "received"]);
    expect(await team()).toEqual([{ duty: "member" }]);
    const joined = "select 1 from journal_entry where entity_id = $1 and action = 'team-joined-again'";
    expect(await rowsOf(joined, [visit])).toHaveLength(1);
  });

  it("gets the receipts that the device gets when it delivers the same items later", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const [one, picture] = [sheet(visit, 0, "a"), photo(visit)];
    const lines = await linesAfter(await fileOf(viewer, [one, picture]));
    const later = await deliverFor(viewer, one);
    expect(later).toMatchObject({ ok: true, value: { number: lines[0]?.receiptNo, version: 1 } });
    const sha256 = String(picture.message["sha256"]);
    await receiveChunk(viewer, { visitId: visit, sha256, start: 0 }, picture.bytes);
    const sent = { visitId: visit, sha256, questionCode: "D.2", fileName: "bảng tin.png" };
    const attached = await attachPhoto(viewer, sent, { id: picture.id, recordedAt: new Date(recordedAt) });
    expect(attached).toMatchObject({ ok: true, value: { number: lines[1]?.receiptNo } });
    expect(await rowsOf("select 1 from answer_evidence where visit_id = $1", [visit])).toHaveLength(1);
  });

  it("says of what the device has sent meanwhile that it is there, with its receipt", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const [sent, waiting] = [sheet(visit, 0, "a"), sheet(visit, 1, "b")];
    const receipt = await deliverFor(viewer, sent);
    const lines = await linesAfter(await fileOf(viewer, [sent, waiting]));
    expect(lines).toMatchObject([
      { result: "there", receiptNo: receipt.ok && receipt.value.number },
      { result: "received" },
    ]);
  });

  it("says the same of what somebody else had brought word for word", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const brought = await deliverFor(viewer, sheet(visit, 0, "a"));
    const lines = await linesAfter(await fileOf(viewer, [sheet(visit, 0, "a"), sheet(visit, 1, "b")]));
    expect(lines).toMatchObject([
      { result: "there", receiptNo: brought.ok && brought.value.number },
      { result: "received" },
    ]);
  });

  it("brought in twice, one after the other and at once, does nothing the second time", async () => {
    const visit = await createVisit();
    const file = await fileOf(await inspector(), [sheet(visit, 0, "a"), photo(visit)]);
    const [one, two] = await Promise.all([takeImport(await admin(), file), takeImport(await admin(), file)]);
    const before = await written(visit);
    const three = await takeImport(await admin(), file);
    expect(three.ok).toBe(true);
    expect([one, two]).toEqual([three, three]);
    expect(await written(visit)).toBe(before);
    expect(
      (await listImports(await admin())).filter(({ id }) => three.ok && id === three.value.importId),
    ).toHaveLength(1);
  });

  it("keeps beside what a colleague saved first, and holds what follows of that group and the minutes", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    await saveGroup(viewer, {
      visitId: visit,
      groupCode: "D",
      version: 0,
      answers: { "D.1": { outcome: "conforming", note: "của người kia" } },
    });
    const minutes: Made = { id: newId(), to: "minutes", message: { visitId: visit }, size: 0, bytes: none };
    const file = await fileOf(viewer, [
      sheet(visit, 0, "của tôi"),
      sheet(visit, 1, "sửa"),
      photo(visit),
      minutes,
    ]);
    const lines = await linesAfter(file);
    expect(lines.map(({ result }) => result)).toEqual(["kept", "held", "received", "held"]);
    expect(lines[0]).toMatchObject({
      receiptNo: expect.stringMatching(/^\d{6,}$/) as string,
      problems: [{ code: "stale" }],
    });
    expect((await loadedVisit(visit)).answers["D.1"]).toEqual({
      outcome: "conforming",
      note: "của người kia",
    });
    const [kept] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'item-kept'",
      [visit],
    );
    expect(kept?.content).toContain("của tôi");
  });

  it("makes minutes final where their fingerprint is that of what stands", async () => {
    const visit = await createVisit();
    const mate = await mateGone(visit);
    await answerAll(visit);
    const { answers, rechecks } = await loadedVisit(visit);
    const finding = {
      questionCode: "D.2",
      severity: "minor" as const,
      evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.",
      scope: "Trụ sở chính",
      dueOn: "2018-03-31" as const,
    };
    const said = { conclusion: "", findings: [finding], representative: absent };
    const text = minutesText({
      ...said,
      visitId: visit,
      answers,
      photos: {},
      rechecks,
      findings: [finding as Parameters<typeof minutesText>[0]["findings"][number]],
    });
    const fingerprint = createHash("sha256").update(text, "utf8").digest("hex");
    const message = { format: 1, visitId: visit, recordedAt, ...said, fingerprint };
    const item: Made = { id: newId(), to: "minutes", message, size: 0, bytes: none };
    const lines = await linesAfter(await fileOf(await inspector(), [item]));
    expect(lines).toMatchObject([{ result: "received", problems: [] }]);
    expect((await loadedVisit(visit)).state).toBe("final");
    const later = await receiveMinutes(
      await inspector(),
      { ...said, visitId: visit, fingerprint, findings: [finding as never] },
      { id: item.id, recordedAt: new Date(recordedAt) },
    );
    expect(later).toMatchObject({ ok: true, value: { number: lines[0]?.receiptNo } });
    // What a member who handed the visit on had recorded comes too late, and is kept.
    expect(await linesAfter(await fileOf(mate, [sheet(visit, 0, "trễ")]))).toMatchObject([
      { result: "kept" },
    ]);
  });

  it("says of each item why it was refused, and takes the others", async () => {
    const visit = await createVisit();
    const early = await createVisit("2018-06-01");
    const others = await createVisit("2017-12-31", "leader");
    const old = { ...sheet(visit, 0, "a"), message: { ...sheet(visit, 0, "a").message, format: 0 } };
    const text = new TextEncoder().encode("không phải ảnh");
    const noPhoto = { ...photo(visit), bytes: text, size: text.length };
    const file = await fileOf(await inspector(), [
      old,
      sheet(early, 0, "a"),
      sheet(others, 0, "a"),
      noPhoto,
      photo(visit),
    ]);
    const lines = await linesAfter(file);
    expect(lines.map(({ problems }) => problems[0]?.code ?? "–")).toEqual([
      "app-edition",
      "–",
      "not-in-team",
      "photo-incomplete",
      "–",
    ]);
    expect(lines.map(({ result }) => result)).toEqual([
      "refused",
      "received",
      "refused",
      "refused",
      "received",
    ]);
  });

  it("refuses a photograph that is larger than a device may send", async () => {
    const visit = await createVisit();
    const lines = await linesAfter(await fileOf(await inspector(), [photo(visit, 10 * 1024 * 1024)]));
    expect(lines).toMatchObject([{ result: "refused", problems: [{ code: "file-too-large" }] }]);
  });

  it("takes what was refused once what stood in its way is gone", async () => {
    const visit = await createVisit("2017-12-31", "leader");
    const file = await fileOf(await inspector(), [sheet(visit, 0, "a")]);
    expect(await linesAfter(file)).toMatchObject([{ result: "refused" }]);
    await rowsOf(
      "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'member' from account where name = 'inspector'",
      [visit],
    );
    expect(await linesAfter(file)).toMatchObject([{ result: "received" }]);
  });
});
