import { isForeign } from "@/lib/gate/origin";
import { localPath } from "@/lib/gate/sign-in";
import { secureCookies } from "@/lib/identity/cookies";
import { currentLocale, localeCookie } from "@/lib/platform/i18n";

/** The other of the two languages, kept for a year. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  const other = (await currentLocale()) === "vi" ? "en" : "vi";
  const secure = secureCookies() ? "; Secure" : "";
  const location = localPath(new URL(request.url).searchParams.get("next") ?? undefined);
  return new Response(null, {
    status: 303,
    headers: {
      location,
      "set-cookie": `${localeCookie}=${other}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`,
    },
  });
}
