import { createTransport } from "nodemailer";

import { oneLine, printable } from "@/lib/kernel/text";
import type { MailSettings } from "@/lib/platform/env";

export type Message = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The address that stops further mails, without signing in (RFC 8058). */
  stopAddress: string;
};

/** What came of handing a message over: taken, not yet (the server may take it later), or never. */
export type Handover = { outcome: "sent" | "deferred" | "refused"; reason: string };

const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Only a server on this machine may be spoken to in the clear. */
export const needsTls = (smtpUrl: string): boolean => !ownMachine.has(new URL(smtpUrl).hostname);

/** The address in full: an address given to the library as one text makes it forget that TLS was asked for. */
function serverOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: needsTls(smtpUrl),
    ...(username !== "" && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The same message has the same id at each try, so that one that arrives twice is known for one. */
const messageId = (id: string, publicUrl: string): string => `<${id}@${new URL(publicUrl).hostname}>`;

/** Hands a message to the mail server over a connection of its own. */
export async function handOver(settings: MailSettings, message: Message): Promise<Handover> {
  const { smtpUrl, from, publicUrl } = settings;
  const transport = createTransport({ ...patience, ...serverOf(smtpUrl) });
  const { id, stopAddress, ...content } = message;
  try {
    const { response } = await transport.sendMail({
      to: { ...content.to, name: oneLine(content.to.name) },
      subject: oneLine(content.subject),
      text: printable(content.text),
      html: printable(content.html),
      from,
      messageId: messageId(id, publicUrl),
      headers: {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": `<${stopAddress}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { outcome: "sent", reason: response.slice(0, 300) };
  } catch (error) {
    return faultOf(error);
  } finally {
    transport.close();
  }
}

/** A server that answers 5xx to the address or the message will not take it later; everything else may pass. */
function faultOf(error: unknown): Handover {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const permanent = (code === "EENVELOPE" || code === "EMESSAGE") && (responseCode ?? 0) >= 500;
  return { outcome: permanent ? "refused" : "deferred", reason: String(message ?? error).slice(0, 300) };
}
