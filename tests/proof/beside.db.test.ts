import { expect, test } from "vitest";
import type { z } from "zod";

import { contracts, senderOf, type Bound } from "@/tests/contracts";
import { entrance } from "@/tests/proof/fuzz/hostile";
import { sessionOf } from "@/tests/support/scopes";

const sheet = new File(["%PDF-1.4"], "Biên bản.pdf");

const takes = (field: z.ZodType, value: unknown): boolean => field.safeParse(value).success;

/** The fields of a command's form that take a file, or several. */
const filesOf = ({ command }: Bound): string[] =>
  Object.entries(entrance(command.shape).shape).flatMap(([name, field]) =>
    takes(field as z.ZodType, sheet) && !takes(field as z.ZodType, "chữ") ? [name] : [],
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
    const wrong = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])], "Biên bản.exe");
    const said = await bound.command.beside?.(viewer, { [field]: wrong });
    expect(said).toMatchObject([
      { field, code: expect.stringMatching(/^(file-type|not-a-photo|not-a-table-file)$/) as string },
    ]);
    expect(await bound.command.beside?.(viewer, {})).toEqual([]);
  },
);
