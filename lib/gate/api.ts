import { getTranslations } from "next-intl/server";
import type { Deliverable } from "@/lib/gate/deliverable";
import { isForeign } from "@/lib/gate/origin";
import { isPrintable, isTooDeep, secondsFast } from "@/lib/gate/rules";
import { correctWhoseBrowser } from "@/lib/identity/browser/cookie";
import { accountHeader, anotherAccount, illustrativeHeader } from "@/lib/identity/browser/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import type { Receipt } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import type { ProblemCode } from "@/lib/kernel/problem";
import type { Refusal, Result } from "@/lib/kernel/result";
import { world } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

type Context = { params: Promise<Record<string, string> | undefined> };

const plain = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { "cache-control": "no-store", ...headers } });

/** What is not there and what is not theirs: the same answer. */
export const missing = (): Response => plain(404);

function foreign(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  return isForeign(request.headers);
}

/**
 * Does a device speak for an account whose session this is not, or where it brings work, for nobody that it names? Then nothing is
 * taken from it, and nothing given.
 */
function speaksForAnother({ headers }: Request, { accountId, role }: Viewer, named: Named): boolean {
  const said = headers.get(accountHeader);
  if (said === accountId || (said === null && named === "if-known")) return false;
  log.warn({
    event: said === null ? "nobody's refused" : "another account's refused",
    account: accountId,
    role,
  });
  return true;
}

/** Whether a request has to say for which account it speaks: always where it brings somebody's work (029). */
type Named = "if-known" | "always";

type Answer = (viewer: Viewer, request: Request, params: Record<string, string>) => Promise<Response>;

/**
 * A door for route handlers: origin (where something changes), viewer, for whom a device speaks, right, then the answer. Each answer
 * says the site's time: a device knows by it that it hears the site and no proxy on the way, and how its own clock stands. It says
 * of made-up records too that they are, whoever asks.
 */
export const api = (action: Action, answer: Answer): Door => door(action, answer, "if-known");

/**
 * A door for what a device brings. It is taken only where the device says whose work it is: an app from before there was that word
 * sends whatever lies on the phone under whatever session there is, keeps what is answered so, and is replaced by one that says it.
 */
export const brought = (action: Action, answer: Answer): Door => door(action, answer, "always");

type Door = (request: Request, context: Context) => Promise<Response>;

const door =
  (action: Action, answer: Answer, named: Named): Door =>
  async (request, context) => {
    const response = await answered(action, answer, named, request, context);
    response.headers.set("site-time", new Date().toISOString());
    if ((await world()).illustrative) response.headers.set(illustrativeHeader, "yes");
    return response;
  };

async function answered(
  action: Action,
  answer: Answer,
  named: Named,
  request: Request,
  context: Context,
): Promise<Response> {
  if (foreign(request)) return plain(403);
  const viewer = await currentViewer();
  if (!viewer) return plain(401);
  await correctWhoseBrowser(viewer.accountId);
  if (speaksForAnother(request, viewer, named)) return plain(anotherAccount);
  if (viewer.mustChangePassword && action !== "account.self") return plain(403);
  if (!may(viewer, action)) {
    log.warn({ event: "right refused", action, account: viewer.accountId });
    return missing();
  }
  const params = (await context.params) ?? {};
  return isPrintable(params) ? answer(viewer, request, params) : missing();
}

/** Minutes with every note as long as notes may be, in any script. */
const longestBody = 2 * 1024 * 1024;

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > longestBody || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function sentence(refusal: Refusal): Promise<string> {
  const words = await getTranslations("problems");
  return refusal.problems.map((each) => words(each.code, each.values ?? {})).join(" ");
}

/** The bytes of a body, or nothing where there are none or more than `most`. */
export async function bytesIn(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length > 0 && length <= most)) return null;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length === length ? bytes : null;
}

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

/** The file in a posted form, read only where its length is said and no more than `most`. */
async function fileIn(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | ProblemCode> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  // A form is a little longer than the file in it.
  if (!(length <= most + 4096)) return "file-too-large";
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : "file-required";
}

/**
 * A door for a form whose file is larger than forms may carry. It leads to `next`, or back to its page with the code of what is in
 * the way.
 */
export const upload =
  <Proof extends Receipt>(
    action: Action,
    page: string,
    most: number,
    run: (viewer: Viewer, file: Uint8Array<ArrayBuffer>) => Promise<Result<Proof>>,
    next: (proof: Proof) => string,
  ) =>
  async (request: Request, context: Context): Promise<Response> => {
    const answer = await api(action, async (viewer) => {
      const file = await fileIn(request, most);
      if (typeof file === "string") return seeOther(`${page}?problem=${file}`);
      const result = await run(viewer, file);
      if (!result.ok) return seeOther(`${page}?problem=${result.problems[0]?.code ?? "unknown-input"}`);
      return seeOther(`${next(result.value)}?receipt=${result.value.number}`);
    })(request, context);
    return answer.status === 401 ? seeOther(`/sign-in?ended=lost&next=${encodeURIComponent(page)}`) : answer;
  };

export const json = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** Refusals of a while: a device keeps what it sends, and sends it again by itself. */
const passing: ReadonlySet<ProblemCode> = new Set(["too-often"]);

/** A refusal for a script of ours: 409 with what stands there now, 429 to come again, else 422, each with a sentence to show, and its codes for who keeps it. */
export async function refusal(refused: Refusal): Promise<Response> {
  const { conflict, problems } = refused;
  const code = problems[0]?.code ?? "unknown-input";
  const told = problems.map(({ field: _field, ...each }) => each);
  const body = { code, problem: await sentence(refused), problems: told };
  if (conflict) return json(409, { ...body, conflict });
  const answer = json(passing.has(code) ? 429 : 422, body);
  const minutes = problems[0]?.values?.["minutes"];
  if (answer.status === 429 && minutes !== undefined)
    answer.headers.set("retry-after", String(Number(minutes) * 60));
  return answer;
}

/** By how much a device says that its clock was fast at the making; where it does not, what that clock said at sending, against ours. */
function clockFast(request: Request): number | null {
  const { headers } = request;
  const said = Date.parse(headers.get("device-time") ?? "");
  const atMaking = headers.get("clock-fast");
  return secondsFast(atMaking === null ? (said - Date.now()) / 1000 : Number(atMaking));
}

/**
 * A door for an item of a device, at an address of its own: its id, minted there, is the last part. 200 with the receipt and the
 * version that stands now; sent twice, the same receipt twice.
 */
export const delivery = (
  action: Action,
  takenAt: (params: Record<string, string>) => Deliverable | undefined,
): Door =>
  brought(action, async (viewer, request, params) => {
    const take = takenAt(params);
    const id = params["id"];
    if (!take || !isId(id)) return missing();
    const result = await take(viewer, await bodyOf(request), { id, clockFast: clockFast(request) });
    if (!result.ok) return refusal(result);
    const { number, at, fingerprint, version, displaced = [] } = result.value;
    return json(200, {
      ...(displaced.length > 0 && { displaced }),
      version,
      number,
      fingerprint,
      at: at.toISOString(),
      time: formatInstant(at),
    });
  });
