/** A mail's words, twice: for every program, and with links to click on. */
export type Letter = { subject: string; text: string; html: string };

/** The digest of a day, or the first letter to an address. */
export type MailKind = "digest" | "welcome";

type Item = { title: string; when: string | null; why: string; href: string };

/** What a letter says, before it becomes text and HTML. Addresses are whole. */
export type Paper = {
  subject: string;
  paragraphs: readonly string[];
  sections: readonly { heading: string; items: readonly Item[] }[];
  closing: readonly string[];
  links: readonly { label: string; href: string }[];
};

export const mailStates = ["waiting", "sent", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/** One line of the list of mails: that it went, to whom and what the server said; never what it says. */
export type MailLine = {
  id: string;
  writtenAt: Date;
  name: string;
  accountId: string;
  address: string;
  subject: string;
  state: MailState;
  attempts: number;
  lastAt: Date | null;
  reason: string | null;
  nextAt: Date | null;
};

export type MailCounts = Record<MailState, number> & { unreachable: number; stopped: number };
