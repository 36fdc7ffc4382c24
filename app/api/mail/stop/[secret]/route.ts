import { bySecret } from "@/lib/gate/secret";
import { missing } from "@/lib/gate/api";
import { stopMails } from "@/lib/reminders/settings/commands";

type Context = { params: Promise<Record<string, string>> };

const to = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

/** A program that only looks at the address changes nothing: a person is shown a button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { secret = "" } = await params;
  return to(`/mail/stop/${encodeURIComponent(secret)}`);
}

/**
 * Stops somebody's mails. Mail programs post here from anywhere (RFC 8058), so the secret is the proof, not the origin; they
 * want a plain answer, a person the page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { secret } = await params;
  const stopped = await bySecret("stop-mails", secret, stopMails);
  if (!stopped) return missing();
  const oneClick = (await request.text()).includes("List-Unsubscribe=One-Click");
  return oneClick
    ? new Response("OK\n", { headers: { "cache-control": "no-store" } })
    : to(`/mail/stop/${secret}`);
}
