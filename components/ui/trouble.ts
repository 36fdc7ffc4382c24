import { unstable_isUnrecognizedActionError as isUnrecognized } from "next/navigation";

import type { Trouble } from "@/components/ui/form-fields";

type Heard = { status: number; ours: boolean };

/** Longer than the largest form needs on the slowest line we serve. */
const longestWait = 5 * 60_000;

const nothing: Heard = { status: 0, ours: false };
let heard = nothing;
let listening = false;

/**
 * Notes what answers a form. The framework throws away every answer but the site's own, keeps its status to itself, and waits for
 * ever; what a person should do depends on it.
 */
function listen(): void {
  heard = nothing;
  if (listening) return;
  listening = true;
  const plain = window.fetch.bind(window);
  window.fetch = async (asked, how) => {
    if (how?.method !== "POST") return plain(asked, how);
    const answer = await plain(asked, { ...how, signal: how.signal ?? AbortSignal.timeout(longestWait) });
    const ours = answer.headers.get("content-type")?.startsWith("text/x-component") ?? false;
    heard = { status: answer.status, ours };
    return answer;
  };
}

const digestOf = (error: unknown): string =>
  error instanceof Error && "digest" in error ? String(error.digest) : "";

/** Did the site lead whoever sent a form to the page for signing in, and not on to what was recorded? */
export const ledToSignIn = (error: unknown): boolean => digestOf(error).includes(";/sign-in?");

/** What a failed sending means for whoever sent it. */
function troubleOf(error: unknown, { status, ours }: Heard): Trouble {
  if (isUnrecognized(error) || status === 409) return "outdated";
  if (digestOf(error).endsWith(";404")) return "gone";
  if (status === 0 || (ours && status < 400)) return "line";
  if (status === 413) return "heavy";
  if ([429, 502, 503, 504].includes(status)) return "away";
  return status >= 500 ? "broken" : "stranger";
}

export type Sent<Answer> = { answer: Answer } | { trouble: Trouble; status: number };

/** Sends a form. Whatever comes back instead of an answer is a value; only being sent on to another page is thrown, as it should be. */
export async function sent<Answer extends object>(send: () => Promise<Answer>): Promise<Sent<Answer>> {
  listen();
  try {
    const answer = (await send()) as Answer | undefined;
    return answer ? { answer } : { trouble: "stranger", status: heard.status };
  } catch (error) {
    if (digestOf(error).startsWith("NEXT_REDIRECT")) throw error;
    return { trouble: troubleOf(error, heard), status: heard.status };
  }
}
