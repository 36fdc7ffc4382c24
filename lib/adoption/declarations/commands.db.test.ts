import { beforeAll, describe, expect, it } from "vitest";

import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration, recordPublications } from "@/lib/adoption/declarations/commands";
import { findProspect, findUnpublished, foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import type { DeclarationForm, PublicationForm } from "@/lib/adoption/declarations/schema";
import { findAdoption } from "@/lib/adoption/progress/queries";
import type { MilestoneKind } from "@/lib/adoption/types";
import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
let officer: Viewer;
let own: { agencyId: string; agencyCode: string };

const agencyOf = async (code: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";

beforeAll(async () => {
  officer = await viewerNamed("officer");
  own = { agencyId: await agencyOf("ubnd-duc-pho"), agencyCode: "ubnd-duc-pho" };
});

const typed = (more: Partial<DeclarationForm> = {}): DeclarationForm => ({
  ...{ agencyId: own.agencyId, code: own.agencyCode, decisionNumber: "812/QĐ-UBND", number: "98/CB-UBND" },
  ...{ declaredOn: plainDate("20/12/2017"), editionId: "2008" },
  ...{ proceduresCovered: 5, proceduresTotal: 299, unitsCovered: 12, unitsTotal: 13 },
  ...{ officeOn: null, websiteOn: null, leadAgencyOn: null, scan: null },
  ...more,
});

const written = () =>
  rowsOf(`select (select count(*) from declaration) as declarations, (select count(*) from declaration_publication) as publications,
    (select count(*) from journal_entry) as entries,
    (select md5(string_agg(s::text, ',' order by s::text)) from agency_standing s) as standings`);

describe("before a declaration is typed", () => {
  it("an officer of an agency that declared is given the numbers of the last one, and the day it may not come before", async () => {
    const { declarations, milestones } = await findAdoption(officer, own.agencyId, today);
    expect(await findProspect(officer, own.agencyId)).toMatchObject({
      ...{ open: true, next: null, earliest: milestones[0]?.occurredOn, editionId: "2008" },
      before: { number: declarations[0]?.number, procedures: declarations[0]?.procedures },
    });
  });

  it("one of an agency that has not begun is told every step that is missing, and the one to record now", async () => {
    const viewer = await createViewer("officer", "ubnd-ly-son");
    const prospect = await findProspect(viewer, viewer.agencyId ?? "");
    expect(prospect).toMatchObject({ open: false, next: "planned", before: null });
    expect(prospect?.steps.map(({ on }) => on)).toEqual([null, null, null, null]);
    const form = typed({ agencyId: viewer.agencyId ?? "", code: "ubnd-ly-son" });
    expect(await foreseeDeclaration(viewer, form)).toMatchObject({ problems: [{ code: "declare-order" }] });
  });

  it("nobody else is told anything", async () => {
    for (const name of ["leader", "inspector", "admin"]) {
      const viewer = await viewerNamed(name);
      expect(await findProspect(viewer, own.agencyId)).toBeNull();
      expect((await foreseeDeclaration(viewer, typed())).ok).toBe(false);
    }
    expect(await findProspect(officer, await agencyOf("ubnd-mo-duc"))).toBeNull();
  });
});

describe("before a declaration is recorded", () => {
  it("an agency on its way sees itself join those that have declared, in figures, and nothing is written", async () => {
    const code = "sgtvt";
    const viewer = await createViewer("officer", code);
    const agencyId = viewer.agencyId ?? "";
    // What the page names as the next missing step can be recorded, until nothing is missing.
    for (let next; (next = (await findProspect(viewer, agencyId))?.next);) {
      const step = {
        kind: next,
        occurredOn: today,
        editionId: "2008" as const,
        evidence: "Biên bản",
        scan: null,
      };
      expect(await recordMilestone(viewer, { agencyId, code, ...step })).toMatchObject({ ok: true });
    }
    const before = await written();
    const form = typed({ agencyId: viewer.agencyId ?? "", code, declaredOn: today });
    expect(await foreseeDeclaration(viewer, form)).toMatchObject({
      ok: true,
      value: {
        ...{ kind: "first", before: null },
        consequences: {
          stage: { before: "confirmed", after: "declared" },
          figures: { before: { declared: 36, total: 46 }, after: { declared: 37, total: 46 } },
        },
      },
    });
    expect(await written()).toEqual(before);
    expect(await recordDeclaration(viewer, form)).toMatchObject({ ok: true });
    expect((await findAdoption(viewer, viewer.agencyId ?? "", today)).declarations[0]).toMatchObject({
      kind: "first",
      number: form.number,
    });
  });

  it("a step that is cancelled takes back all that rests on it, says so first, and is named until it is entered anew", async () => {
    const code = "ccts";
    const viewer = await createViewer("officer", code);
    const agencyId = viewer.agencyId ?? "";
    const step = async (kind: MilestoneKind, on: string) =>
      recordMilestone(viewer, {
        ...{ agencyId, code, occurredOn: plainDate(on), editionId: "2008" },
        ...{ kind, evidence: "Biên bản", scan: null },
      });
    for (const [kind, on] of [
      ["built", "02/10/2017"],
      ["internally_audited", "02/11/2017"],
      ["effectiveness_confirmed", "04/12/2017"],
    ] as const)
      expect(await step(kind, on)).toMatchObject({ ok: true });
    const [{ id } = { id: "" }] = await rowsOf<{ id: string }>(
      "select id from milestone where agency_id = $1 and kind = 'built'",
      [agencyId],
    );
    expect(await findCancellable(viewer, agencyId, "milestone", id)).toMatchObject({
      consequences: { stage: { before: "confirmed", after: "building" } },
    });
    const cancel = { agencyId, agencyCode: code, of: "milestone" as const, id, about: id, reason: "Nhầm" };
    expect(await cancelEntry(viewer, cancel)).toMatchObject({ ok: true });
    expect((await findAdoption(viewer, agencyId, today)).next).toMatchObject({ kind: "built" });
    expect(await findProspect(viewer, agencyId)).toMatchObject({ open: false, next: "built" });
    const form = typed({ agencyId, code, declaredOn: today });
    const missing = { problems: [{ code: "declare-order", values: { missing: "built" } }] };
    expect(await foreseeDeclaration(viewer, form)).toMatchObject(missing);
    expect(await recordDeclaration(viewer, form)).toMatchObject(missing);
    expect(await step("built", "05/12/2017")).toMatchObject({
      problems: [{ code: "date-too-late", values: { latest: "01/11/2017" } }],
    });
    expect(await step("built", "03/10/2017")).toMatchObject({ ok: true });
    expect(await findProspect(viewer, agencyId)).toMatchObject({ open: true, next: null });
    expect(await foreseeDeclaration(viewer, form)).toMatchObject({ ok: true });
  });

  it("what it is follows from what stands: fewer procedures are a reduction, and history says so", async () => {
    expect(await foreseeDeclaration(officer, typed())).toMatchObject({ value: { kind: "reduction" } });
    expect(await recordDeclaration(officer, typed())).toMatchObject({ ok: true });
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where action = 'declaration-recorded' and chain_id = $1 order by id desc limit 1",
      [own.agencyId],
    );
    expect(JSON.parse(entry?.content ?? "{}")).toMatchObject({ kind: "reduction", number: "98/CB-UBND" });
  });

  it("is what was shown: where another took its place meanwhile, or what it stood on was cancelled, it is shown again", async () => {
    const shownOf = async (form: DeclarationForm) => {
      const foreseen = await foreseeDeclaration(officer, form);
      return foreseen.ok ? foreseen.value.shown : "";
    };
    const [first, second] = [
      typed({ ...{ number: "101/CB-UBND", declaredOn: plainDate("21/12/2017") }, proceduresCovered: 6 }),
      typed({ ...{ number: "102/CB-UBND", declaredOn: plainDate("22/12/2017") }, proceduresCovered: 7 }),
    ];
    const looked = await shownOf(second);
    expect(await recordDeclaration(officer, { ...first, shown: await shownOf(first) })).toMatchObject({
      ok: true,
    });
    const before = await written();
    const other = { problems: [{ code: "shown-changed" }] };
    expect(await recordDeclaration(officer, { ...second, shown: looked })).toMatchObject(other);
    const anew = await shownOf(second);
    const [{ id } = { id: "" }] = await rowsOf<{ id: string }>(
      "select id from declaration where number = '101/CB-UBND'",
    );
    expect(await written()).toEqual(before);
    const wrong = { ...own, of: "declaration" as const, id, about: id, reason: "Nhầm" };
    expect(await cancelEntry(officer, wrong)).toMatchObject({ ok: true });
    expect(await recordDeclaration(officer, { ...second, shown: anew })).toMatchObject(other);
    expect(await shownOf(second)).toBe(looked);
  });

  it("an edition that was left is refused at its field", async () => {
    const newer = typed({ number: "99/CB-UBND", declaredOn: plainDate("21/12/2017"), editionId: "2015" });
    expect(await recordDeclaration(officer, newer)).toMatchObject({ ok: true });
    const back = typed({ number: "100/CB-UBND", declaredOn: plainDate("22/12/2017") });
    expect(await recordDeclaration(officer, back)).toMatchObject({
      problems: [{ code: "edition-left", field: "editionId" }],
    });
  });
});

describe("where a declaration was made known", () => {
  const latest = async () => (await findAdoption(officer, own.agencyId, today)).declarations[0];
  const publish = async (more: Partial<PublicationForm>) =>
    recordPublications(officer, {
      ...{ ...own, declarationId: (await latest())?.id ?? "" },
      ...{ officeOn: null, websiteOn: null, leadAgencyOn: null },
      ...more,
    });
  const channels = async () =>
    (await latest())?.publications.map(({ channel, publishedOn }) => [channel, publishedOn]);

  it("is recorded later, each place by itself, without declaring again", async () => {
    expect((await findUnpublished(officer, own.agencyId, (await latest())?.id ?? ""))?.missing).toHaveLength(
      3,
    );
    expect(await publish({ officeOn: plainDate("22/12/2017") })).toMatchObject({ ok: true });
    expect(await publish({ leadAgencyOn: plainDate("29/12/2017") })).toMatchObject({ ok: true });
    expect(await channels()).toEqual([
      ["office", "2017-12-22"],
      ["lead_agency", "2017-12-29"],
    ]);
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where action = 'declaration-published' and chain_id = $1 order by id desc limit 1",
      [own.agencyId],
    );
    expect(JSON.parse(entry?.content ?? "{}")).toEqual({ number: "99/CB-UBND", leadAgencyOn: "2017-12-29" });
  });

  it.each([
    ["nothing", {}, "publication-needed", "websiteOn"],
    ["a place that is known", { officeOn: plainDate("23/12/2017") }, "already-done", "officeOn"],
    ["a day before the declaration", { websiteOn: plainDate("20/12/2017") }, "date-before", "websiteOn"],
    ["a day to come", { websiteOn: plainDate("01/01/2018") }, "date-in-future", "websiteOn"],
  ])("is refused of %s, and nothing is written", async (_what, more, code, field) => {
    const before = await written();
    expect(await publish(more)).toMatchObject({ ok: false, problems: [{ code, field }] });
    expect(await written()).toEqual(before);
  });

  it("entered wrongly it is cancelled by itself, and the right day is recorded", async () => {
    const id = (await latest())?.publications[0]?.id ?? "";
    const form = { ...own, of: "publication" as const, id, about: id, reason: "Nhầm ngày" };
    expect(await cancelEntry(officer, form)).toMatchObject({ ok: true });
    expect((await listCorrections(officer, own.agencyId, ["publication"])).cancelled).toMatchObject([
      { name: "office", on: "2017-12-22", reason: "Nhầm ngày" },
    ]);
    expect(await publish({ officeOn: plainDate("21/12/2017") })).toMatchObject({ ok: true });
    expect((await channels())?.[0]).toEqual(["office", "2017-12-21"]);
  });

  it("is nobody else's to record, and nothing of another agency", async () => {
    const declarationId = (await latest())?.id ?? "";
    const form = {
      ...{ ...own, declarationId, officeOn: null, leadAgencyOn: null },
      websiteOn: plainDate("29/12/2017"),
    };
    for (const name of ["leader", "inspector", "admin"])
      expect(await recordPublications(await viewerNamed(name), form)).toMatchObject({
        problems: [{ code: "not-yours" }],
      });
    const elsewhere = await createViewer("officer", "ubnd-mo-duc");
    const theirs = { ...form, agencyId: elsewhere.agencyId ?? "", agencyCode: "ubnd-mo-duc" };
    expect(await recordPublications(elsewhere, theirs)).toMatchObject({ problems: [{ code: "not-yours" }] });
  });
});

it("a declaration that was cancelled is what the right one begins from, until that is recorded", async () => {
  const [wrong] = (await findAdoption(officer, own.agencyId, today)).declarations;
  const form = { ...own, of: "declaration" as const, id: wrong?.id ?? "", about: wrong?.id ?? "" };
  expect((await findProspect(officer, own.agencyId))?.cancelled).toBeNull();
  expect(await cancelEntry(officer, { ...form, reason: "Nhầm ngày" })).toMatchObject({ ok: true });
  const prospect = await findProspect(officer, own.agencyId);
  expect(prospect?.cancelled).toMatchObject({
    ...{ number: wrong?.number, declaredOn: wrong?.declaredOn, procedures: wrong?.procedures },
    publications: wrong?.publications.map(({ channel, publishedOn }) => ({ channel, publishedOn })),
  });
  const right = typed({
    ...{ number: prospect?.cancelled?.number ?? "", declaredOn: plainDate("24/12/2017") },
    editionId: prospect?.cancelled?.editionId as "2008" | "2015",
  });
  expect(await recordDeclaration(officer, right)).toMatchObject({ ok: true });
  expect((await findProspect(officer, own.agencyId))?.cancelled).toBeNull();
});
