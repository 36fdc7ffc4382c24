import { z } from "zod";

/** A setting that may be left out; a compose file passes what is not set as an empty text. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === "" ? undefined : value), shape.optional());

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: z.string().min(32),
  NENEP_DEMO: z.enum(["0", "1"]).default("0"),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.string().regex(/^[^\r\n]*@[^\r\n]+$/)),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

/** The settings of this process. Throws with the names of what is missing or wrong. */
export function env(): Environment {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(
      `settings missing or wrong: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`,
    );
  }
  return parsed.data;
}

/** Where people outside this machine reach the site; empty where nobody has said so. */
export const publicUrl = (): string => (process.env.PUBLIC_URL ?? "").replace(/\/+$/, "");

export type MailSettings = { smtpUrl: string; from: string; publicUrl: string };

/** How mail leaves this site; null where nobody has set it up: then none is written. */
export function mailSettings({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment = env()): MailSettings | null {
  if (!SMTP_URL || !MAIL_FROM || !PUBLIC_URL) return null;
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL.replace(/\/+$/, "") };
}

/** A site that is told half of it would stay silent without anybody knowing. */
export const mailFaults = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment): string[] =>
  SMTP_URL
    ? [
        ...(MAIL_FROM ? [] : ["SMTP_URL is set and MAIL_FROM is not: say whom mails come from"]),
        ...(PUBLIC_URL ? [] : ["SMTP_URL is set and PUBLIC_URL is not: say where links in mails lead"]),
      ]
    : [];
