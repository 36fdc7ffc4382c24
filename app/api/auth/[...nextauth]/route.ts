import NextAuth from "next-auth";

import { isForeign } from "@/lib/gate/origin";
import { sayWhoseBrowser } from "@/lib/identity/browser/cookie";
import { authOptions } from "@/lib/identity/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const answer = (request: Request, context: Context): Promise<Response> =>
  (NextAuth(authOptions()) as Handler)(request, context);

/** Whether somebody has just signed out, also where their session had run out by itself; without its token the form is sent back. */
async function signedOut(response: Response, { params }: Context): Promise<boolean> {
  const { nextauth } = await params;
  return nextauth[0] === "signout" && !response.headers.get("location")?.includes("csrf=");
}

export const GET = answer;

export async function POST(request: Request, context: Context): Promise<Response> {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  const response = await answer(request, context);
  if (await signedOut(response, context)) await sayWhoseBrowser(null);
  return response;
}
