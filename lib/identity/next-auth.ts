import { randomBytes } from "node:crypto";

import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { sayWhoseBrowser } from "@/lib/identity/browser/cookie";
import {
  callbackCookie,
  cookieOptions,
  csrfCookie,
  deviceCookie,
  secureCookies,
  sessionCookie,
} from "@/lib/identity/cookies";
import { endSession, signIn } from "@/lib/identity/commands";
import { viewerOfToken } from "@/lib/identity/viewer";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { reasonOf } from "@/lib/platform/outage";

/** A header as next-auth passes it on: whatever it likes. */
const text = (header: unknown): string | null => (typeof header === "string" ? header : null);

const firstAddress = (forwarded: unknown): string => text(forwarded)?.split(",")[0]?.trim() || "unknown";

/** next-auth puts the message of what is thrown into an address, where nothing of the database belongs. */
function unavailable(error: unknown): never {
  log.error({ event: "sign-in failed", reason: reasonOf(error) });
  throw new Error("unavailable");
}

const year = 365 * 24 * 3600;

/** The browser's own name, which it gets at its first attempt and keeps. */
async function browserKnownAs(): Promise<string> {
  const jar = await cookies();
  const known = jar.get(deviceCookie())?.value;
  const device = known && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString("base64url");
  jar.set(deviceCookie(), device, { ...cookieOptions(), maxAge: year });
  return device;
}

/** Is an address one of this site? That it begins alike says nothing: another site's may, and what is no address at all. */
const isOf = (url: string, site: string): boolean =>
  URL.canParse(url, site) && new URL(url, site).origin === new URL(site).origin;

/** next-auth checks credentials and carries one thing in its cookie: the token of a session row. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: 14 * 24 * 3600 },
  useSecureCookies: secureCookies(),
  cookies: {
    sessionToken: { name: sessionCookie(), options: cookieOptions() },
    csrfToken: { name: csrfCookie(), options: cookieOptions() },
    callbackUrl: { name: callbackCookie(), options: cookieOptions() },
  },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/me" },
  providers: [
    Credentials({
      credentials: { name: {}, password: {} },
      async authorize(typed, request) {
        const device = await browserKnownAs();
        const opened = await signIn(
          { name: typed?.name ?? "", password: typed?.password ?? "" },
          {
            address: firstAddress(request.headers?.["x-forwarded-for"]),
            userAgent: text(request.headers?.["user-agent"]),
            device,
          },
        ).catch(unavailable);
        if (opened.ok) {
          const viewer = await viewerOfToken(opened.value).catch(unavailable);
          await sayWhoseBrowser(viewer?.accountId ?? null);
          return { id: opened.value };
        }
        const wait = opened.problems.find((each) => each.code === "wait");
        if (wait) throw new Error(`wait-${wait.values?.["seconds"] ?? 60}`);
        return null;
      },
    }),
  ],
  callbacks: {
    redirect: ({ url, baseUrl }) => (isOf(url, baseUrl) ? new URL(url, baseUrl).href : baseUrl),
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token["sid"] }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token["sid"] === "string") await endSession(token["sid"]);
    },
  },
});
