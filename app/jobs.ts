import { askForStandings, writeStandings } from "@/lib/adoption/standing/commands";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { askForSweep, sweepPieces } from "@/lib/visits/photos/pieces/commands";
import { job } from "@/lib/gate/job";
import { startWorker } from "@/lib/gate/worker";
import { systemViewer } from "@/lib/identity/viewer";
import { mailSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { askForDigests, writeDigests } from "@/lib/reminders/digests/commands";
import { sendMail } from "@/lib/reminders/mails/commands";

/** Everything this site does by itself. */
const jobs = [
  job("write-digests", writeDigests),
  job("send-mail", sendMail),
  job("sweep-photo-pieces", sweepPieces),
  job("write-standings", writeStandings),
];

/** What falls due by the calendar, or by a change of rules, is asked for before the queue is worked on. */
async function askForWork(): Promise<void> {
  const viewer = systemViewer("work");
  await askForDigests(viewer);
  await askForSweep(viewer);
  await askForStandings(viewer);
}

/** What the site must have before anybody asks: a key that devices seal their files for. */
export const prepare = (): Promise<void> => ensureExportKey(systemViewer("start-up"));

/** Begins to work, until the process is asked to stop. */
export function startJobs(): void {
  if (!mailSettings())
    log.warn({
      event: "mail is off",
      why: "SMTP_URL, MAIL_FROM and PUBLIC_URL are not all set: no reminder is sent",
    });
  const worker = startWorker(jobs, askForWork);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void worker.stop());
}
