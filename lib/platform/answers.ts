import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

// The server's start and its pages are built apart: what both must know stands beside them.
const shared = globalThis as { nenepAnswers?: AsyncLocalStorage<ServerResponse> };

const answers = (shared.nenepAnswers ??= new AsyncLocalStorage<ServerResponse>());

/** How the framework marks its answer to a form that no page of this release has. */
const unknownForm = "x-nextjs-action-not-found";

/**
 * Leads a form of a page older than this release on to a page that says so. The framework answers in English, which a page that sends its
 * form by itself never shows, and any other browser shows alone.
 */
function leadFromOutdated({ url = "/" }: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (!response.hasHeader(unknownForm)) return writeHead(status, ...rest);
    response.setHeader(
      "location",
      `/not-taken?${new URLSearchParams({ why: "outdated", next: url }).toString()}`,
    );
    return writeHead(303);
  };
}

/** From now on whatever serves a request can say with which status it is answered. */
export function followAnswers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    answers.enterWith(response);
    if (request.method === "POST" && !request.headers["next-action"]) leadFromOutdated(request, response);
  });
}

/**
 * Answers the request that is being served with 404, and with the page that is being drawn. The framework's own way throws the page away, and
 * leaves what stands in its place to scripts.
 */
export function answerNotFound(): void {
  const answer = answers.getStore();
  if (answer && !answer.headersSent) answer.statusCode = 404;
}
