import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Methods that the requests of fetch cannot express, with which the framework would break. */
const inexpressible: ReadonlySet<string> = new Set(["TRACE", "TRACK", "CONNECT"]);

/** Lets what cannot be expressed arrive as what nobody here answers: proxy.ts turns it back. */
export function tameMethods(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (inexpressible.has(request.method ?? "")) request.method = "OPTIONS";
  });
}
