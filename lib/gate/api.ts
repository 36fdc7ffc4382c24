import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { couldName, sameOrigin } from "@/lib/gate/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
import type { Receipt } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal, type Result } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";

type Context = { params: Promise<Record<string, string>> };

const plain = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { "cache-control": "no-store", ...headers } });

/** What is not there and what is not theirs: the same answer. */
export const missing = (): Response => plain(404);

function foreign(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return !sameOrigin(request.headers.get("origin"), host, request.headers.get("sec-fetch-site"));
}

/** A door for route handlers: origin (where something changes), viewer, right, then the answer. */
export const api =
  (
    action: Action,
    answer: (viewer: Viewer, request: Request, params: Record<string, string>) => Promise<Response>,
  ) =>
  async (request: Request, context: Context): Promise<Response> => {
    if (foreign(request)) return plain(403);
    const viewer = await currentViewer();
    if (!viewer) return plain(401);
    if (viewer.mustChangePassword && action !== "account.self") return plain(403);
    if (!may(viewer, action)) {
      log.warn({ event: "right refused", action, account: viewer.accountId });
      return missing();
    }
    const params = await context.params;
    return couldName(params) ? answer(viewer, request, params) : missing();
  };

const longestBody = 256 * 1024;

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > longestBody) return undefined;
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

const json = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/**
 * A door for a command sent by a script of ours: 200 with the receipt and the next version, 409 with what stands there now,
 * 422 with a sentence to show.
 */
export const command = <Shape extends z.ZodType<{ version: number }>>(
  action: Action,
  shape: Shape,
  run: (viewer: Viewer, message: z.output<Shape>, params: Record<string, string>) => Promise<Result<Receipt>>,
) =>
  api(action, async (viewer, request, params) => {
    const parsed = shape.safeParse(await bodyOf(request));
    if (!parsed.success) return json(422, { problem: await sentence(refused(problem("unknown-input"))) });
    const result = await run(viewer, parsed.data, params);
    if (result.ok) {
      const { number, at } = result.value;
      return json(200, { version: parsed.data.version + 1, number, time: formatInstant(at).slice(11) });
    }
    if (result.conflict) return json(409, { conflict: result.conflict });
    return json(422, { problem: await sentence(result) });
  });
