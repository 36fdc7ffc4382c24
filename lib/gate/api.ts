import { sameOrigin } from "@/lib/gate/rules";
import { may, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { currentViewer } from "@/lib/identity/viewer";
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
    return answer(viewer, request, await context.params);
  };
