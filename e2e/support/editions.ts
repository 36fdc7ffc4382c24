import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The site under test behind an address of its own, where a newer edition of the app can be published and the server stopped. */
export type Stand = {
  origin: string;
  publish: () => void;
  /** A server that answers nothing. */
  stop: (stopped: boolean) => void;
  /** What devices sent, in order: to be sent again, in any order. */
  sent: readonly Sent[];
  close: () => Promise<void>;
};

export type Sent = { path: string; body: Buffer; type: string | undefined };

/** A changed byte makes another edition: the worker's name for all of them, and a mark by which a page tells which one it is. */
const newer: Record<string, (text: string) => string> = {
  "/field-worker.js": (text) => text.replace(/nenep-field-[0-9a-f]{16}/, "nenep-field-0123456789abcdef"),
  "/field/app.js": (text) => `${text};document.documentElement.dataset.edition="newer";`,
};

const bytesOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const forward = (site: URL, from: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // The whole text each time, as it is: an edition is made of it.
    const headers = { ...from.headers, "accept-encoding": "identity" };
    delete headers["if-none-match"];
    delete headers["if-modified-since"];
    const { method, url: path } = from;
    const asking = request(
      { host: site.hostname, port: site.port, method, path, headers, agent: false },
      resolve,
    );
    asking.on("error", reject);
    asking.end(body);
  });

/** Passes one request on; a newer edition is made on the way back. */
async function pass(
  site: URL,
  from: IncomingMessage,
  body: Buffer,
  to: ServerResponse,
  made: Record<string, (text: string) => string>,
): Promise<void> {
  const answer = await forward(site, from, body);
  const bytes = await bytesOf(answer);
  const change = made[from.url ?? ""];
  const sent = change ? Buffer.from(change(bytes.toString())) : bytes;
  const headers = { ...answer.headers };
  delete headers["transfer-encoding"];
  if (change) for (const name of ["etag", "last-modified"]) delete headers[name];
  to.writeHead(answer.statusCode ?? 500, { ...headers, "content-length": sent.length });
  to.end(sent);
}

/** Puts a stand before the site under test. */
export async function standBefore(site: string): Promise<Stand> {
  let made: typeof newer = {};
  let stopped = false;
  const sent: Sent[] = [];
  const server: Server = createServer((from, to) => {
    void (async () => {
      if (stopped) return to.destroy();
      const body = await bytesOf(from);
      if (from.method === "PUT")
        sent.push({ path: from.url ?? "", body, type: from.headers["content-type"] });
      return pass(new URL(site), from, body, to, made);
    })().catch(() => to.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: () => {
      made = newer;
    },
    stop: (is) => {
      stopped = is;
    },
    sent,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
