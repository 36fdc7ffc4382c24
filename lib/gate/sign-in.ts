import type { Problem } from "@/lib/kernel/problem";

type QueryValue = string | string[] | undefined;

/** Where to go after signing in: a path of this site (also out of the full address next-auth makes of it), else the first page. */
export function localPath(value: QueryValue): string {
  const text = Array.isArray(value) ? value[0] : value;
  if (!text || text.length > 1000) return "/";
  const base = "http://local.invalid";
  if (!URL.canParse(text, base) || /^[/\\]{2}/.test(text)) return "/";
  const url = new URL(text, base);
  if (url.pathname === "/sign-in") return localPath(url.searchParams.get("next") ?? undefined);
  // Steps upwards may leave two slashes at the front, which would name another host.
  return `${url.pathname.replace(/^\/+/, "/")}${url.search}`;
}

/** What next-auth says in ?error= after a refusal. */
export function signInProblem(error: QueryValue): Problem | null {
  if (typeof error !== "string") return null;
  if (error === "unavailable") return { code: "unavailable" };
  const wait = /^wait-(\d{1,4})$/.exec(error);
  return wait ? { code: "wait", values: { seconds: Number(wait[1]) } } : { code: "wrong-credentials" };
}
