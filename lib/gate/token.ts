import { throttle } from "@/lib/gate/throttle";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer, type SystemJob } from "@/lib/identity/viewer";
import { missing } from "@/lib/gate/api";
import { now } from "@/lib/platform/clock";

const guesses = throttle({ failures: 30, minutes: 10, callers: 10_000 });

const callerOf = (request: Request): string =>
  request.headers.get("x-forwarded-for")?.split(",")[0]?.trim().slice(0, 64) || "unknown";

/** What randomBytes(32) makes as base64url. */
const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

const later = (seconds: number): Response =>
  new Response(null, {
    status: 429,
    headers: { "retry-after": String(seconds), "cache-control": "no-store" },
  });

/**
 * A door opened by a random token in the address, for programs that cannot sign in: it leads to one reading by one named job.
 * No token, an unknown one, a revoked one and one whose owner may no longer come in are all answered alike; who asks for many
 * of them waits, whatever they ask for then.
 */
export const byToken =
  (job: SystemJob, ending: string, answer: (viewer: Viewer, token: string) => Promise<Response | null>) =>
  async (request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> => {
    const caller = callerOf(request);
    const wait = guesses.wait(caller, now());
    if (wait > 0) return later(wait);
    const { token: asked } = await context.params;
    const token = asked.endsWith(ending) ? asked.slice(0, -ending.length) : asked;
    const found = isToken(token) ? await answer(systemViewer(job), token) : null;
    if (found) return found;
    guesses.fail(caller, now());
    return missing();
  };
