import { createHash } from "node:crypto";

import type { APIRequestContext, APIResponse } from "@playwright/test";

import type { Names } from "./places";
import { origin, spokenFor } from "./visitors";
import { minutesText } from "@/lib/visits/minutes/rules";
import { absent } from "@/lib/visits/minutes/types";
import type { AnswerText } from "@/lib/checklists/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { Collection } from "@/lib/fieldwork/sealed-files/types";
import { routes } from "@/lib/gate/doors";
import { rows, type Scope } from "@/tests/support/scopes";
import { exportedFile } from "@/tests/support/imports";
import * as fixtures from "@/tests/support/fixtures";

type Routes = typeof routes;
type Open = { [Route in keyof Routes]: Routes[Route] extends "anybody" ? Route : never }[keyof Routes];
type Door = Exclude<keyof Routes, Open>;
const ofItems = "/api/field/[to]/[id]";
/** Each address that asks for a right; what devices deliver has one for each kind of item. */
export type Guarded = Exclude<Door, typeof ofItems> | `/api/field/${Collection}/[id]`;

/** The address as the site knows it. */
export const doorOf = (route: Guarded): Door => (route in routes ? (route as Door) : ofItems);

/** Route handlers that ask for no session, and why nothing of an agency is behind them. */
export const open: Record<Open, "of nobody" | "by a secret"> = {
  "/api/auth/[...nextauth]": "of nobody",
  "/api/mail/stop/[secret]": "by a secret",
  "/calendars/[token]": "by a secret",
  "/healthz": "of nobody",
  "/icon.svg": "of nobody",
  "/locale": "of nobody",
  "/readyz": "of nobody",
};

/** What a request can name: the records of a scope, a report that was issued, and the id a device gives its item. */
export type Asked = Names & { report: string; item: string };

type Upload = { file: { name: string; mimeType: string; buffer: Buffer } };
type Request = { address: string; method?: "put" | "post"; data?: object | Buffer; multipart?: Upload };

/** A request that would be answered, about the records of one scope. */
export type ProofRoute = {
  request: (names: Asked) => Request | Promise<Request>;
  /** Taken from a plain form: it leads on to a page, and a stranger to signing in. */
  leadsOn?: true;
  /** Names no record: nobody else's can be meant by it. */
  ofNobody?: true;
  /** What must be so on a scope for who may to be answered. */
  ready?: (where: Scope) => Promise<Partial<Names>>;
};

const piece = Buffer.from("89504e470d0a1a0a", "hex");
const pieceHash = createHash("sha256").update(piece).digest("hex");

const item = (kind: string, names: Asked, message: object): Request => ({
  method: "put",
  address: `/api/field/${kind}/${names.item}`,
  data: { format: 1, visitId: names.visit, recordedAt: "2017-12-31T09:00:00+07:00", ...message },
});

const freshVisit = (answered: boolean) => async (where: Scope) => ({
  visit: await fixtures.createVisit(where, answered),
});

/** What was read out of a visit on which every answer conforms. */
async function fingerprintOf(visitId: string): Promise<string> {
  const stored = await rows<{ code: string } & AnswerText>(
    "select question_code as code, outcome, note from answer where visit_id = $1",
    [visitId],
  );
  const answers = Object.fromEntries(stored.map(({ code, ...answer }) => [code, answer]));
  const looked = await rows<{ finding: string } & Recheck>(
    "select finding_id as finding, outcome, note from finding_recheck where visit_id = $1",
    [visitId],
  );
  const rechecks = Object.fromEntries(looked.map(({ finding, ...recheck }) => [finding, recheck]));
  const said = { findings: [], conclusion: "", representative: absent };
  const sheet = { visitId, answers, photos: {}, rechecks, ...said };
  return createHash("sha256").update(minutesText(sheet)).digest("hex");
}

const ofDevices = {
  "/api/field/clock": { ofNobody: true, request: () => ({ address: "/api/field/clock" }) },
  "/api/field/pack": { ofNobody: true, request: () => ({ address: "/api/field/pack" }) },
  "/api/field/sheets/[id]": {
    ready: freshVisit(false),
    request: (names) =>
      item("sheets", names, {
        groupCode: "D",
        version: 0,
        answers: { "D.1": { outcome: "conforming", note: "" } },
      }),
  },
  "/api/field/rechecks/[id]": {
    ready: async (where) => ({
      finding: await fixtures.createEarlierFinding(where),
      visit: await fixtures.createVisit(where),
    }),
    request: (names) =>
      item("rechecks", names, { findingId: names.finding, version: 0, outcome: "corrected", note: "" }),
  },
  "/api/field/kept/[id]": {
    ofNobody: true,
    request: (names) =>
      item("kept", names, { to: "sheets", message: { groupCode: "D" }, problem: "Biên bản đã chốt" }),
  },
  "/api/field/photos/[sha256]": {
    ready: freshVisit(false),
    request: ({ visit }) => ({
      method: "put",
      address: `/api/field/photos/${pieceHash}?visit=${visit}&start=0`,
      data: piece,
    }),
  },
  "/api/field/attachments/[id]": {
    ready: freshVisit(false),
    request: (names) =>
      item("attachments", names, { questionCode: "D.1", sha256: pieceHash, fileName: "ảnh.png" }),
  },
  "/api/field/captions/[id]": {
    ready: async (where) => {
      const visit = await fixtures.createVisit(where, true);
      return { visit, file: await fixtures.createPhoto(where, visit) };
    },
    request: async (names) => {
      const sha256 = (await fixtures.hashOfFile(names.file)) || pieceHash;
      return item("captions", names, { questionCode: "D.1", sha256, caption: "Bảng niêm yết tầng 1" });
    },
  },
  "/api/field/removals/[id]": {
    ready: async (where) => {
      const visit = await fixtures.createVisit(where, true);
      return { visit, file: await fixtures.createPhoto(where, visit) };
    },
    request: async (names) => {
      const sha256 = (await fixtures.hashOfFile(names.file)) || pieceHash;
      return item("removals", names, { questionCode: "D.1", sha256 });
    },
  },
  "/api/field/groups/[id]": {
    ready: freshVisit(false),
    request: (names) => item("groups", names, { groupCode: "D", mine: true }),
  },
  "/api/field/minutes/[id]": {
    ready: freshVisit(true),
    request: async (names) =>
      item("minutes", names, {
        ...{ conclusion: "", findings: [], representative: absent },
        fingerprint: await fingerprintOf(names.visit),
      }),
  },
} satisfies Partial<Record<Guarded, ProofRoute>>;

const ofPapers = {
  "/audits/[id]/minutes.docx": {
    request: (names) => ({ address: `/audits/${names.finalVisit}/minutes.docx` }),
  },
  "/audits/[id]/notice.docx": {
    request: (names) => ({ address: `/audits/${names.finalVisit}/notice.docx` }),
  },
  "/reports/[year]/issued/[id]": {
    request: (names) => ({ address: `/reports/2016/issued/${names.report}` }),
  },
  "/reports/[year]/plan.docx": { ofNobody: true, request: () => ({ address: "/reports/2017/plan.docx" }) },
  "/reports/[year]/summary.docx": {
    ofNobody: true,
    request: () => ({ address: "/reports/2017/summary.docx" }),
  },
} satisfies Partial<Record<Guarded, ProofRoute>>;

/** A request for every guarded route handler. One without it does not compile. */
export const proofRoutes: Record<Guarded, ProofRoute> = {
  ...ofDevices,
  ...ofPapers,
  "/api/imports": {
    ofNobody: true,
    leadsOn: true,
    request: async ({ visit }) => {
      const buffer = Buffer.from(await exportedFile(visit));
      return {
        address: "/api/imports",
        method: "post",
        multipart: { file: { name: "a.nenep", mimeType: "application/octet-stream", buffer } },
      };
    },
  },
  "/files/[id]": { request: ({ file }) => ({ address: `/files/${file}` }) },
};

export const ask = async (
  somebody: APIRequestContext,
  route: Guarded,
  names: Asked,
  said?: Readonly<Record<string, string>>,
): Promise<APIResponse> => {
  const { address, method = "get", data, multipart } = await proofRoutes[route].request(names);
  const headers = { ...(said ?? (await spokenFor(somebody))), ...(method !== "get" && { origin: origin() }) };
  return somebody.fetch(address, { method, headers, ...(data && { data }), ...(multipart && { multipart }) });
};
