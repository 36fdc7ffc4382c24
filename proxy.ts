import { NextResponse, type NextRequest } from "next/server";

import { sentenceFor, turnedBack } from "@/lib/gate/turned-back";
import { heaviestSending } from "@/lib/kernel/file-size";

/** The development server's tools compile text, and draw with styles of their own. */
const [scriptsToo, styles] =
  process.env.NODE_ENV === "development"
    ? [" 'unsafe-eval'", () => "'unsafe-inline'"]
    : ["", (nonce: string) => `'nonce-${nonce}'`];

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scriptsToo}`,
    `style-src 'self' ${styles(nonce)}`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** A file that somebody sent in, or a paper: it does nothing here, whatever its bytes are taken for. */
const ofFiles = "sandbox; default-src 'none'; frame-ancestors 'none'";
const isFile = (path: string): boolean => /^\/(?:files|calendars)\/|\/issued\/|\.docx$/.test(path);

const isTooHeavy = (request: NextRequest): boolean =>
  request.method === "POST" && Number(request.headers.get("content-length")) > heaviestSending;

/**
 * What is too heavy to be read is answered before it is: a page that sends its form by itself hears so and keeps it, any other browser
 * is led to a page that says so, and back to the form.
 */
function tooHeavy({ headers, nextUrl }: NextRequest): NextResponse {
  if (headers.has("next-action")) return new NextResponse(null, { status: 413 });
  const page = nextUrl.clone();
  page.pathname = "/not-taken";
  page.search = new URLSearchParams({ why: "heavy", next: nextUrl.pathname + nextUrl.search }).toString();
  return NextResponse.redirect(page, 303);
}

/** What the framework would break on is answered in words, and leaves no crash in the log. */
function refusalOf({ method, nextUrl, headers, cookies }: NextRequest): NextResponse | null {
  const status = turnedBack({ method, path: nextUrl.pathname, headers });
  if (status === null) return null;
  return new NextResponse(sentenceFor(status, cookies.get("nenep.locale")?.value), {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": ofFiles,
      ...(status === 405 && { allow: "GET, HEAD, POST, PUT" }),
    },
  });
}

/** Headers, and what cannot or need not be read: this is for comfort and hardening, and never the lock (lib/gate is). */
export function proxy(request: NextRequest): NextResponse {
  const refused = refusalOf(request);
  if (refused) return refused;
  if (isTooHeavy(request)) return tooHeavy(request);
  const nonce = btoa(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set("x-nenep-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy(nonce));
  const response = NextResponse.next({ request: { headers } });
  // What is set here is what goes out: a handler's own header would be lost beside it.
  response.headers.set("content-security-policy", isFile(request.nextUrl.pathname) ? ofFiles : policy(nonce));
  response.headers.set("cache-control", "no-store");
  if (process.env.NEXTAUTH_URL?.startsWith("https://"))
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

// What passes here is kept in memory twice, and cut off where next.config.ts says: the door for the largest files is left out.
export const config = {
  matcher: ["/((?!_next/static|healthz|readyz|icon.svg|api/imports$|field$|field/|field-worker.js).*)"],
};
