import type { Letter, MailState, Paper } from "@/lib/reminders/mails/types";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const link = (href: string, label: string): string => `<a href="${escape(href)}">${escape(label)}</a>`;
const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

const textOf = ({ paragraphs, sections, closing, links }: Paper): string =>
  [
    ...paragraphs,
    ...sections.map(({ heading, items }) =>
      [
        heading.toLocaleUpperCase("vi"),
        ...items.map(({ title, when, why, href }) =>
          [`- ${title}`, ...(when ? [`  ${when}`] : []), `  ${why}`, `  ${href}`].join("\n"),
        ),
      ].join("\n\n"),
    ),
    "-- ",
    ...closing,
    links.map(({ label, href }) => `${label}: ${href}`).join("\n"),
  ].join("\n\n");

const htmlOf = ({ subject, paragraphs, sections, closing, links }: Paper, language: string): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="overflow-wrap:anywhere">`,
    ...paragraphs.map(paragraph),
    ...sections.map(
      ({ heading, items }) =>
        `<h2>${escape(heading)}</h2><ul>${items
          .map(
            ({ title, when, why, href }) =>
              `<li>${link(href, title)}${when ? `<br><strong>${escape(when)}</strong>` : ""}<br>${escape(why)}</li>`,
          )
          .join("")}</ul>`,
    ),
    "<hr>",
    ...closing.map(paragraph),
    ...links.map(({ label, href }) => `<p>${link(href, label)}</p>`),
    "</body></html>",
  ].join("\n");

export const letterOf = (paper: Paper, language: string): Letter => ({
  subject: paper.subject.normalize("NFC"),
  text: textOf(paper).normalize("NFC"),
  html: htmlOf(paper, language).normalize("NFC"),
});

/** The address of a page of the mails in a state, or of all of them. */
export function mailsAddress(state: MailState | null, page: number): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `/mails?${query.toString()}` : "/mails";
}
