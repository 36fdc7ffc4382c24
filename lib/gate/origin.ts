import { sameOrigin } from "@/lib/gate/rules";

/** Where people reach the site, as whoever runs it has set it; null where nobody has. */
const configuredHost = (): string | null => {
  const url = process.env.NEXTAUTH_URL ?? "";
  return URL.canParse(url) ? new URL(url).host : null;
};

/**
 * Does a request that would change something come from elsewhere than a page of this site? A host that was forwarded counts where it is
 * the one that is set; else what the request itself was sent to.
 */
export function isForeign(sent: Pick<Headers, "get">): boolean {
  const forwarded = sent.get("x-forwarded-host");
  const host = forwarded !== null && forwarded === configuredHost() ? forwarded : sent.get("host");
  return !sameOrigin(sent.get("origin"), host, sent.get("sec-fetch-site"));
}
