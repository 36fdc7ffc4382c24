import { nameOf, type Again } from "@/lib/gate/job";
import { enqueue } from "@/lib/gate/queue";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";
import { now, today } from "@/lib/platform/clock";
import { mailSettings, type MailSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { wordsIn } from "@/lib/platform/words";
import { digestPaper } from "@/lib/reminders/digests/labels";
import { listRecipients, listInspectorTasks, toldTo } from "@/lib/reminders/digests/queries";
import { digestHour, digestOf } from "@/lib/reminders/digests/rules";
import type { Recipient } from "@/lib/reminders/digests/types";
import { writeMail } from "@/lib/reminders/mails/commands";
import { letterOf } from "@/lib/reminders/mails/labels";
import { stopPage } from "@/lib/reminders/mails/rules";
import { findDuties } from "@/lib/reminders/queries";
import type { Task } from "@/lib/reminders/types";

/** Asks for the digests of a calendar day, once however often it is asked. Without a mail server there is nothing to ask for. */
export async function askForDigests(viewer: Viewer): Promise<void> {
  if (!mailSettings()) return;
  const day = dayInVietnam(now());
  await asViewer(viewer, (tx) => enqueue(tx, "write-digests", day, digestHour(day)));
}

/**
 * Writes today's digests. The calendar decides who has had one today, the world's day decides what is due; running it again
 * writes to nobody a second time.
 */
export async function writeDigests(viewer: Viewer): Promise<Again | null> {
  const settings = mailSettings();
  if (!settings) return null;
  const [on, day] = [await today(), dayInVietnam(now())];
  const tasksOf = rememberedTasks(viewer, on);
  let broken = 0;
  for (const recipient of await listRecipients(viewer, on, day)) {
    try {
      await writeDigest(viewer, settings, recipient, await tasksOf(recipient), on, day);
    } catch (error) {
      // One person's records must not keep everybody else's mail back.
      broken += 1;
      log.error({ event: "digest broke", account: recipient.accountId, fault: nameOf(error) });
    }
  }
  return broken > 0 ? { seconds: 900, fault: `${broken} digests could not be written` } : null;
}

/** The tasks of a desk are worked out once, for all who are told of them in one language. */
function rememberedTasks(viewer: Viewer, on: PlainDate): (recipient: Recipient) => Promise<readonly Task[]> {
  const known = new Map<string, Promise<readonly Task[]>>();
  return ({ agency, personId, language }) => {
    if (!agency) return listInspectorTasks(viewer, personId, on);
    const key = `${agency.id} ${agency.desk} ${language}`;
    const tasks =
      known.get(key) ?? findDuties(viewer, agency, agency.desk, on, language).then((duties) => duties.tasks);
    known.set(key, tasks);
    return tasks;
  };
}

/** One transaction: what was told is read, and the mail written beside what it tells of, or nothing. */
const writeDigest = (
  viewer: Viewer,
  { publicUrl }: MailSettings,
  recipient: Recipient,
  tasks: readonly Task[],
  on: PlainDate,
  day: PlainDate,
): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const { accountId, personId, name, address, language, secret, agency } = recipient;
    const digest = digestOf(tasks, agency?.code ?? personId, await toldTo(tx, accountId), on);
    if (!digest) return;
    const words = wordsIn(language);
    const paper = digestPaper(
      (key, values) => words(key, values),
      digest.tasks,
      {
        name,
        home: agency ? "/desk" : "/today",
        agencyCode: agency?.code ?? "",
        publicUrl,
        stop: stopPage(publicUrl, secret),
      },
      on,
    );
    const to = { accountId, address, language };
    await writeMail(tx, { kind: "digest", day, to, letter: letterOf(paper, language), fresh: digest.fresh });
  });
