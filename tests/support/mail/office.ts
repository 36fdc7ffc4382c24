import { randomUUID } from "node:crypto";

import { vi } from "vitest";

import { job, workOne } from "@/lib/gate/job";
import { writeDigests } from "@/lib/reminders/digests/commands";
import { sendMail } from "@/lib/reminders/mails/commands";
import { rowsOf } from "@/tests/support/database/viewer";
import { startMailServer, type Answer, type Arrived } from "@/tests/support/mail/server";

const jobs = [job("write-digests", writeDigests), job("send-mail", sendMail)];

/** What the mail server of a test answers, and what has arrived at it. */
export const office: { answer: Answer; arrived: Arrived[] } = { answer: null, arrived: [] };

let server: Awaited<ReturnType<typeof startMailServer>>;

/** Opens a mail server, to which the site's mails go. */
export async function openOffice(): Promise<void> {
  server = await startMailServer({ answerTo: () => office.answer });
  office.arrived = server.arrived;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("MAIL_FROM", "Nề Nếp <nenep@tinh.example>");
  vi.stubEnv("PUBLIC_URL", "https://nenep.example/");
}

export function closeOffice(): Promise<void> {
  vi.unstubAllEnvs();
  return server.close();
}

export const addressed = (name: string, address: string | null) =>
  rowsOf("update person set email = $2 where id = (select person_id from account where name = $1)", [
    name,
    address,
  ]);

/** What is written stays for the site's role; a test begins with a clean slate all the same. */
export async function cleanSlate(): Promise<void> {
  office.answer = null;
  office.arrived.length = 0;
  await rowsOf(`begin; set local session_replication_role = replica;
    delete from mail_attempt; delete from mail_rung; delete from mail_body; delete from mail; delete from job;
    delete from mail_setting; commit`);
  for (const name of ["officer", "head", "inspector"]) await addressed(name, null);
}

export const work = async (): Promise<void> => {
  while (await workOne(jobs));
};
export const askAgain = (key: string = randomUUID()) =>
  rowsOf("insert into job (name, key) values ('write-digests', $1)", [key]);
export const waitedLong = () => rowsOf("update job set run_at = now() where finished_at is null");
