import { expect, test } from "vitest";

import { contracts, senderOf, type Bound } from "@/tests/contracts";
import { sampleOf } from "@/tests/proof/fuzz/hostile";
import { sessionOf } from "@/tests/support/scopes";

/** The fields of a command's form that take a file, or several. */
const filesOf = ({ command }: Bound): string[] =>
  Object.entries(sampleOf(command.shape)).flatMap(([name, value]) =>
    [value].flat().some((each) => each instanceof File) ? [name] : [],
  );

const withFiles = contracts.flatMap((bound) =>
  filesOf(bound).map((field) => [bound.name, field, bound] as const),
);

test("forms that take files are found by their shape", () => {
  expect(withFiles.length).toBeGreaterThan(10);
});

test.each(withFiles)(
  "%s: that %s is a file of another kind is said beside all else",
  async (_name, field, bound) => {
    const { viewer } = await sessionOf(senderOf(bound));
    const wrong = new File(["chỉ là chữ"], "Biên bản.exe");
    const said = await bound.command.beside?.(viewer, { [field]: wrong });
    expect(said).toMatchObject([
      { field, code: expect.stringMatching(/^(file-type|not-a-photo)$/) as string },
    ]);
    expect(await bound.command.beside?.(viewer, {})).toEqual([]);
  },
);
