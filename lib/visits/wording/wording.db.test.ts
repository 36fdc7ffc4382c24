import { randomBytes } from "node:crypto";

import { expect, it } from "vitest";

import { finaliseVisit, receiveMinutes } from "@/lib/visits/commands";
import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { sha256Hex } from "@/lib/platform/hash";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { minutesText } from "@/lib/visits/minutes/rules";
import { absent, type MinutesSheet } from "@/lib/visits/minutes/types";
import { saveGroup } from "@/lib/visits/recording/commands";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { sealedWith } from "@/lib/visits/wording/rules";
import type { MinutesWords } from "@/lib/visits/wording/types";
import { uuidv7 } from "@/lib/kernel/ids";
import { plainDate } from "@/lib/kernel/plain-date";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { findMinutes } from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { rowsOf } from "@/tests/support/database/viewer";
import {
  answerAll,
  inspector,
  loadedVisit,
  createVisit,
  versionsOf,
  written,
} from "@/tests/support/database/visit";

const finding = (questionCode: string) => ({
  ...{ questionCode, severity: "minor" as const, evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012" },
  ...{ reference: "Bảng tin tầng 1", scope: "Trụ sở chính", dueOn: plainDate("2018-01-29") },
});

const textOf = ({ bases, body }: MinutesWords): string =>
  JSON.stringify([bases, body.map((block) => ("text" in block ? block.text : block))]);

/** The first question that rests on a law alone answered otherwise, so that its law is cited. */
async function fallsShort(visitId: string): Promise<string> {
  await answerAll(visitId);
  const { checklist, scope, sections, answers } = await loadedVisit(visitId);
  const question = checklist.questions.find(
    (each) =>
      each.legalDocumentId !== null &&
      !each.clauses[scope.editionId] &&
      /Đ\d/u.test(each.basis) &&
      answers[each.code]?.outcome === "conforming",
  );
  if (!question) throw new Error("no question rests on a law");
  const { groupCode, code } = question;
  const own = Object.entries(answers).filter(([each]) => each.startsWith(`${groupCode}.`));
  const saved = await saveGroup(await inspector(), {
    ...{ visitId, groupCode, version: sections[groupCode]?.version ?? 0 },
    answers: { ...Object.fromEntries(own), [code]: { outcome: "not_conforming", note: "" } },
  });
  if (!saved.ok) throw new Error("refused");
  return code;
}

/** What a device seals of a visit as it stands, by what its pack brought. */
async function sealedOnDevice(
  visitId: string,
  lie: (words: MinutesWords) => MinutesWords = (words) => words,
) {
  const code = await fallsShort(visitId);
  const pack = await findFieldPack(await inspector(), "en");
  const visit = pack?.visits.find(({ id }) => id === visitId);
  if (!visit) throw new Error("not taken along");
  const sheet: MinutesSheet = {
    ...{ visitId, signedOn: plainDate("2017-12-30"), answers: visit.answers, photos: {} },
    ...{ rechecks: visit.rechecks, findings: [finding("D.2"), finding(code)], conclusion: "" },
    representative: absent,
  };
  const made = sealedWith({ visit, frame: visit.frame }, sheet);
  const sealed = { ...made, words: lie(made.words) };
  const text = minutesText(sealed);
  const fingerprint = sha256Hex(text);
  const recordedAt = "2017-12-30T16:30:00Z";
  const message = minutesMessage.parse({ format: 1, visitId, recordedAt, text, fingerprint });
  const mark = { id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date(recordedAt) };
  return { words: sealed.words, input: message, mark };
}

it("is kept as a device sealed it, in Vietnamese whatever its language, and Word draws that and nothing else", async () => {
  const visitId = await createVisit();
  const viewer = await inspector();
  const { words, input, mark } = await sealedOnDevice(visitId);
  expect(textOf(words)).toMatch(
    /(?:Quyết định|Thông tư) số \S+(?: ngày [^"]*)?, (?:điểm . )?(?:khoản \d+ )?Điều \d+"/u,
  );
  expect(textOf(words)).toContain("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014");
  expect(textOf(words)).not.toMatch(/TT26|QĐ19|undefined/u);
  expect(textOf(words)).toContain("xếp loại:");
  expect(JSON.stringify(words.annexes)).toContain("Không đạt");
  expect(await receiveMinutes(viewer, input, mark)).toMatchObject({ ok: true });
  const [minutes] = await listMinutes(viewer, visitId);
  expect(minutes?.signed.words).toEqual(words);
  await rowsOf(
    "update person set full_name = 'Tên đổi sau khi ký' where id = (select person_id from account where name = 'inspector')",
  );
  const facts = await findMinutes(viewer, visitId, unregistered);
  const paper = facts && minutesOf(facts);
  expect(paper?.bases).toEqual(words.bases);
  expect(paper?.body.map((block) => ("text" in block ? block.text : null))).toEqual(
    words.body.map((block) => ("text" in block ? block.text : null)),
  );
});

it("is refused where it tells another score than its answers come to, and nothing is written", async () => {
  const visitId = await createVisit();
  const { input, mark } = await sealedOnDevice(visitId, (words) => ({
    ...words,
    body: words.body.map((block) =>
      block.kind === "paragraph" && block.text.startsWith("Tổng điểm:")
        ? { ...block, text: "Tổng điểm: 100,00 trên 100 điểm, xếp loại: Tốt." }
        : block,
    ),
  }));
  const before = await written(visitId);
  expect(await receiveMinutes(await inspector(), input, mark)).toMatchObject({
    problems: [{ code: "minutes-differ" }],
  });
  expect(await written(visitId)).toBe(before);
});

it("is made by the server for minutes of an office page, which has the same of a device", async () => {
  const visitId = await createVisit();
  const viewer = await inspector();
  const code = await fallsShort(visitId);
  const findings = [finding("D.2"), finding(code)];
  const seen = await versionsOf(visitId);
  const input = { visitId, conclusion: "", findings, seen, representative: absent };
  expect(await finaliseVisit(viewer, input)).toMatchObject({ ok: true });
  const [minutes] = await listMinutes(viewer, visitId);
  const words = minutes?.signed.words;
  expect(words && textOf(words)).toContain("Vắng mặt.");
  expect(words && textOf(words)).not.toMatch(/TT26|QĐ19|undefined/u);
  expect(minutes?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
});
