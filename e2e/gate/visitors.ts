import { request, type APIRequestContext, type APIResponse } from "@playwright/test";

import { accountHeader, nobody, ownerIn } from "@/lib/identity/browser/rules";
import { createAccount, rows } from "@/tests/support/scopes";

const address = (): string => `http://127.0.0.1:${process.env.E2E_PORT}`;

const stranger = (site: string): Promise<APIRequestContext> =>
  request.newContext({ baseURL: site, maxRedirects: 0 });

/** Sends the form of signing in, as a browser without JavaScript does it; `from` is what a proxy would say of it. */
export async function signIn(
  context: APIRequestContext,
  name: string,
  password = "nenep-demo",
  site = address(),
  from: Record<string, string> = {},
  callbackUrl = "/me",
): Promise<APIResponse> {
  await context.get("/api/auth/signin");
  const { cookies } = await context.storageState();
  const csrf = cookies.find((cookie) => cookie.name.endsWith("nenep.csrf"));
  return context.post("/api/auth/callback/credentials", {
    headers: { origin: site, ...from },
    form: {
      csrfToken: decodeURIComponent(csrf?.value ?? "").split("|")[0] ?? "",
      callbackUrl,
      name,
      password,
    },
  });
}

/** Somebody without a cookie, or signed in; at the site under test, or at another. */
export async function visitor(name: string | null, site = address()): Promise<APIRequestContext> {
  const context = await stranger(site);
  if (name === null) return context;
  const answer = await signIn(context, name, undefined, site);
  if (!answer.headers()["location"]?.endsWith("/me")) throw new Error(`${name} cannot sign in`);
  return context;
}

export const origin = address;

/** The word by which a device says for whom it speaks: for whoever this browser is. */
export async function spokenFor(somebody: APIRequestContext): Promise<Record<string, string>> {
  const { cookies } = await somebody.storageState();
  const said = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { [accountHeader]: ownerIn(said) ?? nobody };
}

/** How a way in ends: each leaves its cookie behind, and nothing more. */
const endings = {
  "disabled account": "update account set disabled_at = now() where name = $1",
  "ended session":
    "update session set revoked_at = now() where account_id = (select id from account where name = $1)",
  "expired session":
    "update session set expires_at = now() - interval '1 second' where account_id = (select id from account where name = $1)",
  "idle session":
    "update session set last_seen_at = now() - interval '31 minutes' where account_id = (select id from account where name = $1)",
} as const;

/** Officers who were signed in, each until that happened. */
export async function lapsed(): Promise<[string, APIRequestContext][]> {
  const found: [string, APIRequestContext][] = [];
  for (const [how, statement] of Object.entries(endings)) {
    const { name } = await createAccount("officer");
    const somebody = await visitor(name);
    await rows(statement, [name]);
    found.push([how, somebody]);
  }
  const forged = await request.newContext({
    ...{ baseURL: address(), maxRedirects: 0 },
    extraHTTPHeaders: { cookie: "nenep.session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z" },
  });
  return [...found, ["forged cookie", forged]];
}
