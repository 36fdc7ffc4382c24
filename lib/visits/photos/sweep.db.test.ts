import { randomBytes } from "node:crypto";

import { expect, it } from "vitest";

import { askForSweep, sweepPieces } from "@/lib/visits/photos/pieces/commands";
import { job, workOne } from "@/lib/gate/job";
import { systemViewer } from "@/lib/identity/viewer";
import { rowsOf } from "@/tests/support/database/viewer";

/** Pieces of one photograph of the inspector, each so many days old. */
async function createPieces(...ages: readonly number[]): Promise<string> {
  const sha256 = randomBytes(32).toString("hex");
  for (const [start, age] of ages.entries())
    await rowsOf(
      `insert into photo_chunk (sha256, uploaded_by, start, bytes, received_at)
       select $1, id, $2, '\\x00', now() - make_interval(days => $3::int) from account where name = 'inspector'`,
      [sha256, start, age],
    );
  return sha256;
}

const left = async (sha256: string): Promise<number> =>
  (await rowsOf("select 1 from photo_chunk where sha256 = $1", [sha256])).length;

it("clears away what nothing has come of for as long as it is kept, and nothing younger", async () => {
  const [stale, fresh, goingOn] = [
    await createPieces(40, 31),
    await createPieces(29),
    await createPieces(40, 1),
  ];
  await rowsOf("delete from job");
  await askForSweep(systemViewer("work"));
  await askForSweep(systemViewer("work"));
  expect(await rowsOf("select 1 from job")).toHaveLength(1);
  expect(await workOne([job("sweep-photo-pieces", sweepPieces)])).toBe(true);
  expect([await left(stale), await left(fresh), await left(goingOn)]).toEqual([0, 1, 2]);
});

it("keeps them as long as the data says", async () => {
  const pieces = await createPieces(10);
  await rowsOf("update keeping_term set days = 9 where subject = 'photo_chunk'");
  await sweepPieces(systemViewer("sweep-photo-pieces"));
  expect(await left(pieces)).toBe(0);
});
