import NextAuth from "next-auth";

import { sameOrigin } from "@/lib/gate/rules";
import { authOptions } from "@/lib/identity/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const answer = (request: Request, context: Context): Promise<Response> =>
  (NextAuth(authOptions()) as Handler)(request, context);

export const GET = answer;

export async function POST(request: Request, context: Context): Promise<Response> {
  const { headers } = request;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (!sameOrigin(headers.get("origin"), host, headers.get("sec-fetch-site")))
    return new Response(null, { status: 403 });
  return answer(request, context);
}
