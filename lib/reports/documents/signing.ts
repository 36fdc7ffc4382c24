import { clockMarks, clockText } from "@/lib/visits/labels";
import type { Attendance, Member, MinutesRecord, SignerPart } from "@/lib/visits/minutes/types";
import type { VisitRecord } from "@/lib/visits/types";
import { minutesSigners, type MinutesSigner } from "@/lib/visits/minutes/ends/rules";
import { arrivedBefore } from "@/lib/visits/days/rules";
import { isClaimed } from "@/lib/visits/minutes/rules";
import { opinionSaid } from "@/lib/visits/wording/opinion/rules";
import { dayOf } from "@/lib/checklists/rules";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { note, paragraph, type Block, type Signature } from "@/lib/reports/documents/model";
import { dateInWords } from "@/lib/kernel/sentences";
import words from "@/messages/vi/audits.json";

/** The day on which minutes were signed: as they say themselves, else the day they were made final, else the day planned. */
export const minutesDay = (
  { plannedOn, result }: Pick<VisitRecord, "plannedOn" | "result">,
  first: MinutesRecord | null,
): PlainDate => first?.signed.signedOn ?? result?.finalisedOn ?? plannedOn;

/** Behind a day that minutes claim: that it is by a clock which ran ahead, and when they arrived; nothing where none did. */
export function claimedAhead(day: PlainDate, receivedOn: PlainDate | null | undefined): string {
  const received = arrivedBefore(day, receivedOn);
  return received ? ` (theo đồng hồ máy, hệ thống nhận ngày ${formatDate(received)})` : "";
}

/** "ngày 02 tháng 01 năm 2018, ký ngày 03 tháng 01 năm 2018": the day of the work, and that of signing where it is another. */
export function minutesDays(visit: VisitRecord, first: MinutesRecord | null): string {
  const [begun, signed] = [dayOf(visit), minutesDay(visit, first)];
  const ahead = claimedAhead(signed, visit.result?.finalisedOn);
  return begun === signed
    ? `${dateInWords(begun)}${ahead}`
    : `${dateInWords(begun)}, ký ${dateInWords(signed)}${ahead},`;
}

/** How papers name the minutes of a visit, by their day and place. */
export const minutesName = (visit: VisitRecord, first: MinutesRecord | null): string =>
  `Biên bản kiểm tra ${minutesDays(visit, first)} giữa Đoàn kiểm tra và ${visit.agencyName}`;

/** The day of a visit in the name of a file, "02-01-2018". */
export const dayInName = (visit: VisitRecord): string => formatDate(dayOf(visit)).replaceAll("/", "-");

/** What the agency said of a text, in its own words. */
export const opinionBlocks = (
  { opinion, representativeName: name, statement }: MinutesRecord,
  of: string,
): Block[] => opinionSaid({ opinion, name, statement }, of).map(paragraph);

/** Who signed in a part, if anybody did. */
export const signerIn = (minutes: MinutesRecord | null, part: SignerPart) =>
  minutes?.signatories.find((each) => each.part === part) ?? null;

/** Who spoke for the agency. */
export const representativeOf = (minutes: MinutesRecord | null): { name: string; title: string } | null =>
  minutes && minutes.opinion !== "absent"
    ? { name: minutes.representativeName, title: minutes.representativeTitle }
    : null;

/** Who signs minutes, as a paper draws it: what was drawn or typed, or room for a hand. */
export const signatureOf = ({ title, name, signature, second }: MinutesSigner): Signature => ({
  ...{ title, name },
  ...(signature.kind === "drawn" && { drawn: signature.path }),
  ...(signature.kind === "typed" && { typed: true }),
  ...(second && { second: signatureOf(second) }),
});

/** Who signs minutes: the agency, the secretary, the leader of the team; as they did, or with room for their hand. */
export function minutesSignatures(
  team: readonly Member[],
  attendance: Attendance | undefined,
  minutes: MinutesRecord | null,
): Signature[] {
  const signed = minutes && {
    representative: { ...minutes, name: minutes.representativeName },
    signatories: minutes.signatories,
  };
  return minutesSigners(team, attendance, signed).map(signatureOf);
}

function offBy({ clockFast, recordedAt, receivedAt }: Clocks & { recordedAt: Date }): string {
  const said = clockText(clockMarks(clockFast, recordedAt, receivedAt), (key, values) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, String(value)),
      words[key],
    ),
  );
  return said && ` (${said})`;
}

const signedByDevice = "Thời điểm ký do máy của Đoàn ghi";

/** Whose word it is when it was signed. */
function momentSaid(minutes: MinutesRecord): string {
  if (minutes.version > 1) return "Thời điểm lập";
  return isClaimed(minutes) ? signedByDevice : "Thời điểm ký ghi khi chốt";
}

/** Both clocks of what was sealed; the first is null where nobody said it. */
type Clocks = { recordedAt: Date | null; receivedAt: Date; clockFast: number | null };

/** When it was signed or made, as that is claimed, marked where the clock was wrong; and when the site received it. */
function clocksSaid(moment: string, clocks: Clocks): string {
  const { recordedAt, receivedAt } = clocks;
  const arrived = formatInstant(receivedAt);
  return recordedAt === null
    ? `Thời điểm hệ thống nhận: ${arrived}.`
    : `${moment}: ${formatInstant(recordedAt)}${offBy({ ...clocks, recordedAt })}; thời điểm hệ thống nhận: ${arrived}.`;
}

/** Of minutes whose day of signing had not come when they arrived: that it stands as it was claimed. */
function aheadSaid({ signed }: MinutesRecord, receivedOn: PlainDate | null | undefined): string {
  const ahead = signed.signedOn ? claimedAhead(signed.signedOn, receivedOn) : "";
  return signed.signedOn && ahead
    ? ` Ngày ký ghi trong biên bản: ${formatDate(signed.signedOn)}${ahead}.`
    : "";
}

export const clocksOf = (minutes: MinutesRecord): string => clocksSaid(momentSaid(minutes), minutes);

/** Of what only a device seals: its word, whatever became of it. */
export const deviceClocks = (clocks: Clocks): string => clocksSaid(signedByDevice, clocks);

/** By what anybody can tell whether a paper is the one that was signed: its fingerprint, its receipt, and both clocks. */
export const proofOf = (minutes: MinutesRecord, receivedOn?: PlainDate | null): Block[] => [
  note(
    `Dấu vân ${minutes.version === 1 ? "biên bản" : "bản bổ sung"} (SHA-256):\n${minutes.fingerprint}\nBiên nhận số ${minutes.receiptNo}. ${clocksOf(minutes)}${aheadSaid(minutes, receivedOn)}`,
  ),
];
