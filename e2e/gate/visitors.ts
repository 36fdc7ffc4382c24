import { request, type APIRequestContext } from "@playwright/test";

const address = (): string => `http://127.0.0.1:${process.env.E2E_PORT}`;

/** Somebody without a cookie, or signed in by form as a browser without JavaScript does it. */
export async function visitor(name: string | null): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: address(), maxRedirects: 0 });
  if (name === null) return context;
  await context.get("/api/auth/signin");
  const { cookies } = await context.storageState();
  const csrf = cookies.find((cookie) => cookie.name.endsWith("nenep.csrf"));
  const answer = await context.post("/api/auth/callback/credentials", {
    headers: { origin: address() },
    form: {
      csrfToken: decodeURIComponent(csrf?.value ?? "").split("|")[0] ?? "",
      callbackUrl: "/me",
      name,
      password: "nenep-demo",
    },
  });
  if (!answer.headers()["location"]?.endsWith("/me")) throw new Error(`${name} cannot sign in`);
  return context;
}

export const origin = address;
