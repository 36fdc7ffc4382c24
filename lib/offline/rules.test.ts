import { describe, expect, it } from "vitest";

import { doubtfulNotes, recorded, refreshed, queueCounts } from "@/lib/offline/rules";
import { attempted, nextToSend, settled } from "@/lib/offline/sending/rules";
import type { Body, Item, Reply, Sheet } from "@/lib/offline/types";
import { made, sheetBody } from "@/tests/support/devices/queue";
const answered = (item: Item, reply: Reply): Item => settled([item], item, reply).put[0] ?? item;

describe("the queue", () => {
  it("puts newer text into an item that was never tried, and behind one that was", () => {
    const first = recorded([], made(1, sheetBody("a"))).put;
    expect(recorded([first], made(2, sheetBody("b"))).put).toMatchObject({ id: "v-1", body: sheetBody("b") });
    const tried = attempted(first, undefined);
    expect(recorded([tried], made(2, sheetBody("b"))).put).toMatchObject({ id: "v-2", tries: 0 });
  });

  it("replaces what was refused by what the person has mended", () => {
    const refused = answered(attempted(recorded([], made(1, sheetBody("a"))).put, undefined), {
      kind: "refused",
      problem: "quá dài",
    });
    expect(recorded([refused], made(2, sheetBody("b")))).toMatchObject({ put: { id: "v-2" }, drop: "v-1" });
  });

  it("sends minutes after everything else of their visit, and nothing past an open item of the same subject", () => {
    const minutes: Body = {
      kind: "minutes",
      conclusion: "",
      findings: [],
      representative: { opinion: "absent", name: "", title: "", statement: "", signature: { kind: "none" } },
      fingerprint: "",
    };
    const last = recorded([], made(1, minutes)).put;
    const sheet = recorded([], made(2, sheetBody("a"))).put;
    expect(nextToSend([last, sheet])?.id).toBe("v-2");
    const stuck = answered(sheet, { kind: "refused", problem: "x" });
    expect(nextToSend([last, stuck])).toBeNull();
    expect(nextToSend([last, stuck, recorded([], made(3, sheetBody("a"), "w")).put])?.visitId).toBe("w");
  });

  it("sends a caption after its photograph, never past it, and past any other", () => {
    const picture = (sha256: string): Body => ({
      kind: "photo",
      questionCode: "D.2",
      sha256,
      fileName: "a.jpg",
    });
    const caption: Body = { kind: "caption", questionCode: "D.2", sha256: "x", caption: "Bảng tin" };
    const said = recorded([], made(2, caption)).put;
    const tried = attempted(recorded([], made(1, picture("x"))).put, undefined);
    expect(nextToSend([said, tried])?.id).toBe("v-1");
    const stuck = answered(tried, { kind: "refused", problem: "x" });
    expect(nextToSend([said, stuck])).toBeNull();
    const other = answered(recorded([], made(1, picture("y"))).put, { kind: "refused", problem: "x" });
    expect(nextToSend([said, other])?.id).toBe("v-2");
    expect(recorded([said], made(3, { ...caption, caption: "Bảng" })).put).toMatchObject({ id: "v-2" });
  });

  it("sends a picture, its taking back and the same picture anew in their order, whatever is stuck", () => {
    const of = { questionCode: "D.2", sha256: "x" };
    const picture: Body = { kind: "photo", ...of, fileName: "a.jpg" };
    const taken = attempted(recorded([], made(1, picture)).put, undefined);
    const said = recorded([], made(2, { kind: "caption", ...of, caption: "Bảng" })).put;
    const back = recorded([], made(3, { kind: "removal", ...of })).put;
    const anew = recorded([], made(4, picture)).put;
    expect(nextToSend([anew, back, said, taken])?.id).toBe("v-1");
    expect(nextToSend([anew, back, said])?.id).toBe("v-2");
    expect(nextToSend([anew, back, answered(said, { kind: "refused", problem: "x" })])?.id).toBe("v-3");
    expect(nextToSend([anew])?.id).toBe("v-4");
  });

  it("doubts a note that outlives the answer it was written under, until it is another note or another answer", () => {
    const said = (outcome: "conforming" | "partly", note: string) => ({ "D.1": { outcome, note } });
    const before = { answers: said("partly", "Chưa niêm yết") };
    expect(doubtfulNotes(before, said("conforming", "Chưa niêm yết"))).toEqual(["D.1"]);
    expect(doubtfulNotes(before, said("conforming", "Đã niêm yết"))).toEqual([]);
    expect(doubtfulNotes({ answers: said("partly", "") }, said("conforming", ""))).toEqual([]);
    const since = { answers: said("conforming", "Chưa niêm yết"), doubtful: ["D.1"] };
    expect(doubtfulNotes(since, said("conforming", "Chưa niêm yết"))).toEqual(["D.1"]);
    expect(doubtfulNotes({ answers: since.answers }, said("conforming", "Chưa niêm yết"))).toEqual([]);
    expect(doubtfulNotes(since, said("partly", "Chưa niêm yết"))).toEqual([]);
  });

  it("lets no pack that was made before the last receipt take a sheet back", () => {
    const at = (version: number, note: string): Sheet => ({
      visitId: "v",
      groupCode: "D",
      version,
      answers: { "D.1": { outcome: "conforming", note } },
    });
    expect(refreshed(at(3, "mới"), at(2, "cũ"), false)).toEqual(at(3, "mới"));
    expect(refreshed(at(2, "cũ"), at(3, "của người kia"), false)).toEqual(at(3, "của người kia"));
    expect(refreshed(at(2, "chưa gửi"), at(3, "của người kia"), true)).toEqual(at(2, "chưa gửi"));
    expect(refreshed(undefined, at(1, "mang theo"), false)).toEqual(at(1, "mang theo"));
  });

  it("counts what waits, what needs a person and what has its receipt", () => {
    const waiting = recorded([], made(1, sheetBody("a"))).put;
    const receipt = { number: "1", time: "", fingerprint: "" };
    const sent = answered(waiting, { kind: "done", receipt, version: 1 });
    const stuck = answered(waiting, { kind: "refused", problem: "x" });
    expect(queueCounts([waiting, sent, stuck])).toEqual({
      waiting: 1,
      photos: 0,
      stuck: 1,
      sent: 1,
      kept: 0,
    });
  });
});
