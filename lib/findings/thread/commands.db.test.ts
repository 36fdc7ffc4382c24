import { describe, expect, it } from "vitest";

import { closeFinding } from "@/lib/findings/commands";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding } from "@/lib/findings/queries";
import { writeMessage } from "@/lib/findings/thread/commands";
import {
  codeOf,
  inspector,
  officer,
  photo,
  createFinding,
  verified,
} from "@/tests/support/database/findings";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

describe("questions and replies", () => {
  const write = async (account: string, findingId: string, purpose: "question" | "reply", file = false) =>
    codeOf(
      await writeMessage(await viewerNamed(account), {
        ...{ findingId, purpose, text: "Bảng tin tạm ở cửa Bộ phận một cửa có được tính không?" },
        attachment: file ? photo() : null,
      }),
    );
  const owes = async (id: string) => (await findFinding(await inspector(), id))?.owesReply;

  it("stand in order with their files, and tell who owes the next word", async () => {
    const id = await createFinding();
    expect(await write("officer", id, "question", true)).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: true });
    expect((await listWaiting(await inspector())).filter((each) => each.id === id)).toMatchObject([
      { stage: "open", owesReply: true },
    ]);
    expect(await write("inspector", id, "reply")).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect(await write("inspector", id, "question")).toBe("done");
    expect(await owes(id)).toEqual({ agency: true, lead: false });
    expect(await write("head", id, "reply")).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect((await findFollowUp(await officer(), id))?.messages).toMatchObject([
      { number: 1, side: "agency", asks: true, file: { name: "Bảng tin.png" } },
      { number: 2, side: "lead", asks: false, file: null },
      { number: 3, side: "lead", asks: true },
      { number: 4, side: "agency", asks: false },
    ]);
  });

  it("are numbered one after another, however many come at once", async () => {
    const id = await createFinding();
    const all = await Promise.all(
      ["officer", "inspector", "head"].map((name) => write(name, id, "question")),
    );
    expect(all).toEqual(["done", "done", "done"]);
    const numbers = await rowsOf<{ number: number }>(
      "select number from finding_message where finding_id = $1 order by 1",
      [id],
    );
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("are owed by nobody once the finding is closed, and nobody is asked on it any more", async () => {
    const id = await createFinding("observation");
    expect(await write("officer", id, "question")).toBe("done");
    expect(codeOf(await closeFinding(await inspector(), verified(id, 0)))).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect((await listWaiting(await inspector())).some((each) => each.id === id)).toBe(false);
    expect(await write("inspector", id, "question")).toBe("finding-closed");
    expect(await write("inspector", id, "reply")).toBe("done");
  });
});
