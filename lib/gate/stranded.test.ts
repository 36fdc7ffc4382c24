import { describe, expect, it } from "vitest";

import { askedText } from "@/lib/gate/asked";
import { pageAbove, strandedIn } from "@/lib/gate/stranded";
import { askedAs } from "@/lib/gate/types";

describe("a form whose page draws it no more", () => {
  const sent = (fields: Record<string, string | File>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const labels = askedText([
    ["cause", "Nguyên nhân\n(vì sao)"],
    ["evidence", "Bằng chứng"],
    ["note", "Ghi chú"],
  ]);

  it("is read under the names of its fields, with the names of its files", () => {
    const data = sent({
      ...{ [askedAs]: labels, findingId: "1", cause: "Dòng một\nDòng hai", note: "  " },
      evidence: new File(["x"], "ảnh.png"),
    });
    expect(strandedIn(data, ["Đã khác.", "Đã khác."])).toEqual({
      problems: ["Đã khác."],
      typed: [
        { label: "Nguyên nhân (vì sao)", texts: ["Dòng một\nDòng hai"] },
        { label: "Bằng chứng", texts: ["ảnh.png"] },
      ],
    });
  });

  it("shows no password, and nothing that was not asked", () => {
    const data = sent({
      [askedAs]: "password Mật khẩu\n__proto__ x\n  \nfoo",
      password: "bí mật",
      other: "x",
    });
    expect(strandedIn(data, []).typed).toEqual([]);
    expect(strandedIn(sent({ cause: "x" }), []).typed).toEqual([]);
  });
});

describe("the page above", () => {
  it.each([
    ["/documents/1/approve", "/documents/1"],
    ["/agencies/ubnd-duc-pho/policy/sign", "/agencies/ubnd-duc-pho/policy"],
    ["/agencies/ubnd-duc-pho/submit?of=document&id=1", "/agencies/ubnd-duc-pho"],
    ["/agencies/ubnd-duc-pho/people/end?id=1", "/agencies/ubnd-duc-pho/people"],
    ["/audits/programmes/2018/agencies/ubnd-duc-pho", "/audits"],
    ["/audits/1/before", "/audits/1"],
    ["/audits/1/D", "/audits/1"],
    ["/findings/1/answer", "/findings/1"],
    ["/me/password", "/me"],
    ["/desk", "/"],
    ["/nowhere/at/all", "/"],
  ])("%s is %s", (path, above) => {
    expect(pageAbove(path)).toBe(above);
  });
});
