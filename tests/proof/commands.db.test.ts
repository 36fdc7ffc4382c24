import { createTranslator } from "next-intl";
import { afterAll, describe, expect, test } from "vitest";

import { fieldWords } from "@/components/journal/entry-sentence";
import { matrix } from "@/lib/identity/matrix";
import { roles, type Role, type Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { listHistory } from "@/lib/journal/queries";
import { shownContent } from "@/lib/journal/rules";
import type { Entity } from "@/lib/journal/types";
import { locales } from "@/lib/kernel/format";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

import { commandProofs, withoutRight } from "./commands";
import type { CommandProof } from "./types";
import { exportsOf } from "@/tests/support/exports";
import {
  scopes,
  disconnect,
  one,
  createAccount,
  reaches,
  rows,
  sessionOf,
  today,
  written,
} from "@/tests/support/scopes";

afterAll(disconnect);

const asking = async (role: Role, { ownAccount }: CommandProof): Promise<Viewer> =>
  (await sessionOf(ownAccount ? (await createAccount(role)).name : role)).viewer;

test("every command is in the table, and the table holds nothing else", async () => {
  const exported = await exportsOf("commands.ts");
  expect(exported).toEqual([...commandProofs.keys(), ...withoutRight].sort());
});

describe.each([...commandProofs])("%s", (_name, proof) => {
  test.each(roles)("does for the %s what the matrix says, and a refusal writes nothing", async (role) => {
    for (const where of scopes) {
      const viewer = await asking(role, proof);
      const act = await proof.prepare(where, viewer);
      const before = await written();
      const result = await act(viewer);
      const allowed = reaches(matrix[proof.action][role], where);
      expect(result, `${proof.action} ${role} ${where} ${JSON.stringify(result)}`).toMatchObject({
        ok: allowed,
      });
      if (allowed) expect(await written()).not.toEqual(before);
      else expect(await written()).toEqual(before);
    }
  });
});

/** Rows of the records that were written about since, which the last entry about them does not tell of. */
const unsealedSince = async (entry: string): Promise<string[]> =>
  (
    await rows<{ row: string }>(
      `select concat_ws(' ', b.entity, b.entity_id, b.name, b.reason) as row
       from (select distinct entity, entity_id from journal_entry where id > $1) e, record_breaks(e.entity, e.entity_id) b
       union all select 'registry ' || name || ' ' || reason from registry_breaks()`,
      [entry],
    )
  ).map(({ row }) => row);

const lastEntry = async (): Promise<string> =>
  (await one<{ id: string }>("select max(id)::text as id from journal_entry")).id;

const entries = async (): Promise<number> =>
  (
    await one<{ n: number }>(
      // Minutes seal their visit by an entry of its own, and so does the registry what changes in it.
      "select count(*)::int as n from journal_entry where action <> 'records-sealed' and entity <> 'registry'",
    )
  ).n;

describe("the same input, sent twice at once,", () => {
  test.each([...commandProofs])("is one thing done: %s", async (_name, proof) => {
    const role = roles.find((each) => matrix[proof.action][each] !== "none") ?? "admin";
    const viewer = await asking(role, proof);
    const act = await proof.prepare("own", viewer);
    const before = await entries();
    const last = await lastEntry();
    const both = await Promise.all([act(viewer), act(viewer)]);
    // The second is refused; or, where it says what is already so, it is told so without another entry.
    const done = both.filter((each) => each.ok).length;
    expect(done).toBeGreaterThan(0);
    expect(done === 1 || (await entries()) - before <= 1).toBe(true);
    // And whatever it has written is under the seal of its entry.
    expect(await unsealedSince(last)).toEqual([]);
  });
});

test.each(roles)("a disabled %s is nobody from the next request on", async (role) => {
  const { id, name } = await createAccount(role);
  await expect(sessionOf(name)).resolves.toMatchObject({ viewer: { role } });
  await rows("update account set disabled_at = now() where id = $1", [id]);
  await expect(sessionOf(name)).rejects.toThrow(/no way in/);
});

/** What a reader would meet as a code: an id, a name of the program's own. */
const codes =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-|^[a-z]+(?:[A-Z]\w*)?$|^[a-z]+(?:[_-][a-z]+)+$|^\w+: [a-z]+(?:[_-][a-z]+)+$|^[a-z]\w*:/m;

test.each(locales)("history says in words (%s) whatever commands have written", async (locale) => {
  const words = createTranslator({ locale, messages: { vi, en }[locale], namespace: "journal" });
  const records = await rows<{ entity: Entity; id: string }>(
    "select distinct entity, entity_id as id from journal_entry where action <> 'seeded'",
  );
  const reader = systemViewer("test");
  const coded = new Set<string>();
  for (const { entity, id } of records)
    for (const { action, content, names } of await listHistory(reader, entity, id, today)) {
      const { label, text } = fieldWords(words, locale, names);
      // An account is known by the name that its owner signs in with.
      const shown = shownContent(content, names).filter(
        ({ field }) => entity !== "account" || field !== "name",
      );
      for (const { field, value, before } of shown)
        for (const said of [
          label(field),
          text(field, value),
          before === undefined ? "" : text(field, before),
        ])
          if (codes.test(said)) coded.add(`${action} ${field}: ${said}`);
    }
  expect([...coded]).toEqual([]);
});
