import { pages, routes } from "@/lib/gate/doors";
import type { Problem } from "@/lib/kernel/problem";

type QueryValue = string | string[] | undefined;

/** Addresses that somebody opens, and not a program: every page, what is handed out as a file, and the page of the field. */
const opened = ["/field", ...Object.keys(pages), ...Object.keys(routes)]
  .filter((address) => !/^\/(?:api\/|_|locale$|healthz$|readyz$|icon)/.test(address))
  .map((address) => new RegExp(`^${address.replaceAll(".", "\\.").replace(/\[\w+\]/g, "[^/]+")}$`));

/**
 * Where to go after signing in: an address of this site that somebody opens, also out of the full address next-auth makes of it; else
 * the first page of whoever signs in.
 */
export function localPath(value: QueryValue): string {
  const text = Array.isArray(value) ? value[0] : value;
  if (!text || text.length > 1000) return "/";
  const base = "http://local.invalid";
  if (!URL.canParse(text, base) || /^[/\\]{2}/.test(text)) return "/";
  const url = new URL(text, base);
  if (url.pathname === "/sign-in") return localPath(url.searchParams.get("next") ?? undefined);
  const known = url.protocol.startsWith("http") && opened.some((address) => address.test(url.pathname));
  return known ? `${url.pathname}${url.search}` : "/";
}

/** What next-auth says in ?error= after a refusal. */
export function signInProblem(error: QueryValue): Problem | null {
  if (typeof error !== "string") return null;
  if (error === "unavailable") return { code: "unavailable" };
  const wait = /^wait-(\d{1,4})$/.exec(error);
  return wait ? { code: "wait", values: { seconds: Number(wait[1]) } } : { code: "wrong-credentials" };
}
