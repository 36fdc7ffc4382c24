import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import { findAgency } from "@/lib/agencies/queries";
import { findAccount, listAccounts, listOpenSessions } from "@/lib/accounts/queries";
import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import { saveGroup } from "@/lib/visits/recording/commands";
import { sheetMessage } from "@/lib/visits/schema";
import { findFile } from "@/lib/files/queries";
import { queryOf } from "@/lib/gate/rules";
import { findFinding, listFindings } from "@/lib/findings/queries";
import { signIn } from "@/lib/identity/commands";
import type { Viewer } from "@/lib/identity/types";
import { historyFilter } from "@/lib/journal/labels";
import { findReceipt, listHistory, listRecentHistory } from "@/lib/journal/queries";
import { problemCodes } from "@/lib/kernel/problem";
import type { Result } from "@/lib/kernel/result";
import { findDocument } from "@/lib/procedures/record/queries";

import { contracts, filledIn, senderOf } from "@/tests/contracts";
import { disconnect, rows, sessionOf, today, written } from "@/tests/support/scopes";
import { createVisit } from "@/tests/support/fixtures/visits";
import { hostileText, mutationsOf } from "./hostile";

afterAll(disconnect);

/** What passes a schema and may still be wrong: days long past and far ahead, odd versions, ids of nothing. */
const plausible = fc.oneof(
  hostileText,
  fc.constantFrom("01/01/1900", "31/12/2999", "31/12/2017", "01/01/2018", "28/02/2017"),
  fc.constantFrom("0", "1", "2", "100000", "999999999"),
  fc.uuid(),
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.constantFrom("%PDF-1.7 x", "MZ", "").map((bytes) => new File([bytes], "e\u0301\u0000/../x.pdf")),
);

/** A text as the gate lets it through from an address. */
const address = hostileText.map((text) => queryOf({ text })["text"] ?? "");

const runs = 40;

/** Refused in words we have, with nothing written; or done. Never an exception. */
async function judge(act: () => Promise<Result<unknown>>): Promise<void> {
  const before = await written();
  const result = await act();
  if (result.ok) return;
  expect(result.problems.map((each) => each.code).filter((code) => !problemCodes.includes(code))).toEqual([]);
  expect(await written()).toEqual(before);
}

describe.each(contracts.map((each) => [each.name, each] as const))("%s", (_name, contract) => {
  const { command, first } = contract;
  const sender = async (): Promise<Viewer> => (await sessionOf(senderOf(contract))).viewer;

  test("takes the input from which the others are made", async () => {
    const parsed = command.shape.safeParse(await filledIn(contract, "own", await sender()));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  test("does what is asked, or refuses and writes nothing", async () => {
    const viewer = await sender();
    const input = mutationsOf(command.shape, await filledIn(contract, "own", viewer), plausible);
    await fc.assert(
      fc.asyncProperty(input, async (mutated) => {
        const parsed = command.shape.safeParse(mutated);
        if (!parsed.success) return;
        await first?.(viewer);
        await judge(() => command(viewer, parsed.data));
      }),
      { numRuns: runs },
    );
  });
});

test("a section sent by a script comes to a clear end, whatever the address says", async () => {
  const { viewer } = await sessionOf("inspector");
  const visit = await createVisit("own");
  const message = fc.record({
    format: fc.constant(1),
    visitId: fc.constant(visit),
    groupCode: fc.oneof(fc.constant("D"), address),
    version: fc.oneof(fc.constant(0), fc.nat(), fc.maxSafeNat()),
    recordedAt: fc.constant("2017-12-31T09:00:00+07:00"),
    answers: fc.dictionary(
      fc.constantFrom("D.1", "D.2", "A.1"),
      fc.record({ outcome: fc.constantFrom("conforming", "not_conforming"), note: hostileText }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(message, async (body) => {
      const parsed = sheetMessage.safeParse(body);
      if (parsed.success) await judge(() => saveGroup(viewer, parsed.data));
    }),
    { numRuns: runs * 3 },
  );
});

const history = (viewer: Viewer, query: Record<string, string>) =>
  listRecentHistory(viewer, historyFilter(query), today, 5);

/** What an address may ask for behind the gate, each with a text out of the address. */
const asked: Record<string, (viewer: Viewer, text: string) => Promise<unknown>> = {
  findAgency: (viewer, text) => findAgency(viewer, "agencies.read", text, today),
  findVisit: (viewer, text) => findVisit(viewer, text, "vi"),
  findDocument: (viewer, text) => findDocument(viewer, text, today, "vi"),
  findFinding,
  findFile,
  findReceipt: (viewer, text) => findReceipt(viewer, text, today),
  findAccount: (viewer, text) => findAccount(viewer, text, today),
  listOpenSessions,
  listHistory: (viewer, text) => listHistory(viewer, "agency", text, today),
  listRecentHistory: (viewer, text) =>
    history(viewer, { actor: text, agency: text, before: text, from: text, to: text }),
  listVisits: (viewer, text) => listVisits(viewer, { year: 99999, agencyCode: text, team: false }, "vi"),
  listFindings: (viewer, agencyCode) =>
    listFindings(viewer, {
      year: null,
      topic: null,
      severity: null,
      agencyCode,
      openOnly: false,
      page: 999_999,
    }),
  listAccounts: (viewer, text) => listAccounts(viewer, { text, role: null, state: null }, today),
};

test.each(Object.entries(asked))("%s finds nothing behind what is no address", async (_name, ask) => {
  const viewers = [(await sessionOf("leader")).viewer, (await sessionOf("admin")).viewer];
  await fc.assert(
    fc.asyncProperty(address, async (text) => {
      const answers = await Promise.all(viewers.map((viewer) => ask(viewer, text)));
      expect(answers).toHaveLength(viewers.length);
    }),
    { numRuns: runs },
  );
});

test("signing in with anything at all ends in the same refusal", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (name, password) => {
      const from = { address: "fuzz", userAgent: name };
      const answer = await signIn({ name, password }, from);
      expect(answer.ok ? ["signed in"] : answer.problems.map((each) => each.code)).toSatisfy(
        (codes: string[]) => codes.every((code) => code === "wrong-credentials" || code === "wait"),
      );
    }),
    { numRuns: runs },
  );
  await rows("delete from sign_in_attempt where address = 'fuzz'");
});
