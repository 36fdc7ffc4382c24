import type { AddressInfo } from "node:net";

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as it arrived: decoded by a program that is not the one that wrote it. */
export type Arrived = { to: string; mail: Email };

/** What the server answers to an address, or null to take the mail. */
export type Answer = { responseCode: number; message: string } | null;

const errorOf = ({ responseCode, message }: NonNullable<Answer>): Error =>
  Object.assign(new Error(message), { responseCode });

/** A mail server on this machine that speaks SMTP over TCP and keeps what it was given. */
export async function startMailServer({
  port = 0,
  host = "127.0.0.1",
  answerTo = () => null,
  onArrival,
  ...options
}: {
  port?: number;
  host?: string;
  answerTo?: (address: string) => Answer;
  onArrival?: (mail: Arrived) => void;
} & SMTPServerOptions = {}) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    ...options,
    onRcptTo({ address }, _session, done) {
      const answer = answerTo(address);
      done(answer && errorOf(answer));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          for (const { address } of envelope.rcptTo) arrived.push({ to: address, mail });
          arrived.slice(-envelope.rcptTo.length).forEach((each) => onArrival?.(each));
          done();
        });
      });
    },
  });
  // A connection that breaks off is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
