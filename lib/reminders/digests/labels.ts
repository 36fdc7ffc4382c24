import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { shownTask, whenOf, type Say } from "@/lib/reminders/labels";
import { sectionOf } from "@/lib/reminders/digests/rules";
import type { Section } from "@/lib/reminders/digests/types";
import type { Paper } from "@/lib/reminders/mails/types";
import type { Task } from "@/lib/reminders/types";

/** Whom a letter is for, and the addresses in it. */
export type Addressed = { name: string; home: string; agencyCode: string; publicUrl: string; stop: string };

const sections: readonly Section[] = ["overdue", "today", "ahead", "undated", "later"];

/** Everything somebody owes, the late first; each with the address of the page on which it is done. */
export function digestPaper(say: Say, tasks: readonly Task[], to: Addressed, on: PlainDate): Paper {
  const groups = sections
    .map((section) => ({ section, tasks: tasks.filter((task) => sectionOf(task, on) === section) }))
    .filter((group) => group.tasks.length > 0);
  const overdue = groups.find(({ section }) => section === "overdue")?.tasks.length ?? 0;
  const counted = { count: tasks.length, overdue };
  return {
    subject: say("reminders.mail.subject", counted),
    paragraphs: [
      say("reminders.mail.greeting", { name: to.name }),
      say("reminders.mail.intro", { ...counted, date: formatDate(on) }),
    ],
    sections: groups.map((group) => ({
      heading: say(`reminders.mail.section.${group.section}`, { count: group.tasks.length }),
      items: group.tasks.map((task) => {
        const { title, why, href } = shownTask(say, task, to.agencyCode);
        return { title, why, when: whenOf(say, task, on), href: to.publicUrl + href };
      }),
    })),
    closing: [say("reminders.mail.closing")],
    links: linksOf(say, to),
  };
}

/** The first letter to an address: what will come, and how to stop it. */
export const welcomePaper = (say: Say, to: Addressed): Paper => ({
  subject: say("reminders.mail.welcomeSubject"),
  paragraphs: [say("reminders.mail.greeting", { name: to.name }), say("reminders.mail.welcome")],
  sections: [],
  closing: [say("reminders.mail.closing")],
  links: linksOf(say, to),
});

const linksOf = (say: Say, { publicUrl, home, stop }: Addressed): Paper["links"] => [
  { label: say("reminders.mail.open"), href: publicUrl + home },
  { label: say("reminders.mail.settings"), href: `${publicUrl}/me` },
  { label: say("reminders.mail.stop"), href: stop },
];
