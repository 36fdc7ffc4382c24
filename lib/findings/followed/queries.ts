import { answerTexts, type CancelledAnswer, type FindingAnswer } from "@/lib/findings/answers/types";
import type { Claim } from "@/lib/findings/blocks/types";
import type { FindingMessage } from "@/lib/findings/thread/types";
import type { FollowUp, Waiting } from "@/lib/findings/followed/types";
import { finalInOrder } from "@/lib/findings/rechecks/rules";
import { stageOf } from "@/lib/findings/turns/rules";
import type { FindingCounts } from "@/lib/findings/turns/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { today } from "@/lib/platform/clock";

const selected = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, true])) as Record<Name, true>;

const file = { select: { id: true, fileName: true } } as const;

const shown = {
  answers: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      ...selected(answerTexts),
      doneBy: true,
      answeredOn: true,
      files: { orderBy: { attachmentId: "asc" }, select: { attachment: file } },
      back: { select: { reason: true, returnedOn: true } },
      cancellation: { select: { reason: true, cancelledName: true, cancelledAt: true } },
    },
  },
  claims: {
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, cancellationId: true },
      number: true,
      blockingBody: true,
      reference: true,
      explanation: true,
      since: true,
      statedOn: true,
      refusal: { select: { reason: true, refusedOn: true } },
      stop: { select: { startsOn: true, endsOn: true, acceptedOn: true, endNote: true } },
    },
  },
  messages: {
    orderBy: { number: "asc" },
    select: {
      number: true,
      side: true,
      asks: true,
      text: true,
      authorName: true,
      writtenOn: true,
      attachment: file,
    },
  },
  handedOn: { orderBy: { handedAt: "asc" }, select: { fromName: true, toName: true, handedOn: true } },
  // What a team is still recording is nobody's evidence yet.
  rechecks: {
    where: { visit: { result: { isNot: null } } },
    select: {
      visitId: true,
      outcome: true,
      note: true,
      visit: { select: { result: { select: { finalisedOn: true, finalisedAt: true } } } },
    },
  },
} as const;

type NamedRow = { id: string; fileName: string };
const named = ({ id, fileName }: NamedRow) => ({ id, name: fileName });

type AnswerRow = Omit<FindingAnswer, "doneBy" | "answeredOn" | "files" | "back"> & {
  doneBy: Date;
  answeredOn: Date;
  files: { attachment: NamedRow }[];
  back: { reason: string; returnedOn: Date } | null;
  cancellation: { reason: string; cancelledName: string; cancelledAt: Date } | null;
};

const answerOf = ({
  doneBy,
  answeredOn,
  files,
  back,
  cancellation: _,
  ...texts
}: AnswerRow): FindingAnswer => ({
  ...texts,
  doneBy: fromDatabase(doneBy),
  answeredOn: fromDatabase(answeredOn),
  files: files.map(({ attachment }) => named(attachment)),
  back: back && { reason: back.reason, on: fromDatabase(back.returnedOn) },
});

const cancelledOf = (row: AnswerRow): CancelledAnswer[] =>
  row.cancellation
    ? [
        {
          ...answerOf(row),
          cancelled: {
            by: row.cancellation.cancelledName,
            at: row.cancellation.cancelledAt,
            reason: row.cancellation.reason,
          },
        },
      ]
    : [];

type ClaimRow = Omit<Claim, "since" | "statedOn" | "refusal" | "block"> & {
  cancellationId: string | null;
  since: Date;
  statedOn: Date;
  refusal: { reason: string; refusedOn: Date } | null;
  stop: { startsOn: Date; endsOn: Date | null; acceptedOn: Date; endNote: string | null } | null;
};

const claimOf = ({ since, statedOn, refusal, stop, cancellationId: _, ...texts }: ClaimRow): Claim => ({
  ...texts,
  since: fromDatabase(since),
  statedOn: fromDatabase(statedOn),
  refusal: refusal && { reason: refusal.reason, on: fromDatabase(refusal.refusedOn) },
  block: stop && {
    startsOn: fromDatabase(stop.startsOn),
    endsOn: fromDatabaseOrNull(stop.endsOn),
    acceptedOn: fromDatabase(stop.acceptedOn),
    endNote: stop.endNote,
  },
});

type MessageRow = Omit<FindingMessage, "writtenOn" | "file"> & {
  writtenOn: Date;
  attachment: NamedRow | null;
};

const messageOf = ({ writtenOn, attachment, ...message }: MessageRow): FindingMessage => ({
  ...message,
  writtenOn: fromDatabase(writtenOn),
  file: attachment && named(attachment),
});

/** Turns taken, in the way in which the database counts them (finding_course). */
const turnsOf = (answers: readonly FindingAnswer[], cancelled: number, claims: readonly Claim[]): number =>
  answers.length +
  2 * cancelled +
  answers.filter((answer) => answer.back).length +
  claims.length +
  claims.filter((claim) => claim.refusal).length +
  claims.filter((claim) => claim.block).length +
  claims.filter((claim) => claim.block?.endsOn).length;

/** Everything that followed a finding, in order; null where there is none or it is not theirs to read. */
export async function findFollowUp(viewer: Viewer, findingId: string): Promise<FollowUp | null> {
  if (!isId(findingId) || !may(viewer, "findings.list")) return null;
  const row = await asViewer(viewer, (tx) =>
    tx.finding.findFirst({
      where: { id: findingId, ...agencyWhere(viewer, "findings.list") },
      select: shown,
    }),
  );
  if (!row) return null;
  const answers = row.answers.filter(({ cancellation }) => !cancellation).map(answerOf);
  const cancelledAnswers = row.answers.flatMap(cancelledOf);
  const claims = row.claims.filter(({ cancellationId }) => !cancellationId).map(claimOf);
  const messages = row.messages.map(messageOf);
  const rechecks = finalInOrder(row.rechecks).map(({ visitId, outcome, note, on }) => ({
    ...{ visitId, outcome, note },
    on: fromDatabase(on),
  }));
  const cancelled = cancelledAnswers.length + row.claims.length - claims.length;
  const turns = turnsOf(answers, cancelled, claims);
  const handedOn = row.handedOn.map(({ fromName, toName, handedOn: on }) => ({
    ...{ from: fromName, to: toName },
    on: fromDatabase(on),
  }));
  return { answers, cancelledAnswers, handedOn, claims, messages, rechecks, turns };
}

type WaitingRow = Omit<Waiting, "stage"> & FindingCounts;

/**
 * Findings that wait for somebody's teams, in a transaction that is already open: for the team that raised one, for the team that saw
 * it corrected, and for whoever took over from one of them.
 */
export async function waitingOf(tx: Tx, personId: string, on: PlainDate): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<WaitingRow[]>`
    with clock as materialized (select * from finding_clock(${on}::date))
    select f.id, s.name as "agencyName", f.topic::text as topic, f.evidence, k.answers, k.returns, k.claims, k.refusals, k.stops, k.ended,
      c.finding_id is not null as closed, b.corrected_on is not null as corrected, b.corrected_on::text as "correctedOn", k.awaits_lead as "owesReply", k.turns,
      (select coalesce(max(q.number), 0) from finding_message q where q.finding_id = f.id and q.asks) as asked
    from finding f left join clock b on b.finding_id = f.id
      join finding_course k on k.finding_id = f.id left join finding_closure c on c.finding_id = f.id
      join lateral (select name from agency_standing s where s.agency_id = f.agency_id and s.valid_from <= f.raised_on
        order by s.valid_from desc limit 1) s on true
    where (exists (select 1 from team_member m where m.visit_id in (f.visit_id, b.corrected_visit) and m.person_id = ${personId}::uuid)
        or exists (select 1 from handed_on h where h.visit_id in (f.visit_id, b.corrected_visit) and h.to_person_id = ${personId}::uuid))
      and f.id in (select a.finding_id from finding_answer a where a.cancellation_id is null and not exists (select 1 from finding_return r where r.answer_id = a.id)
        union select m.finding_id from finding_claim m where m.cancellation_id is null and not exists (select 1 from finding_claim_refusal x where x.claim_id = m.id)
          and not exists (select 1 from finding_stop t where t.claim_id = m.id)
        union select q.finding_id from finding_message q where q.side = 'agency' and q.asks
        union select l.finding_id from clock l where l.corrected_on is not null)
      and (k.awaits_lead or (c.finding_id is null
        and (b.corrected_on is not null or k.answers > k.returns or k.claims > k.refusals + k.stops)))
    order by f.raised_on, f.id`;
  return rows.map(({ id, agencyName, topic, evidence, owesReply, turns, asked, correctedOn, ...course }) => ({
    ...{ id, agencyName, topic, evidence, owesReply, turns, asked, correctedOn },
    stage: stageOf(course),
  }));
}

/** Findings of this inspector's visits that wait for the team: an answer, a claim, a question. */
export async function listWaiting(viewer: Viewer): Promise<Waiting[]> {
  const { personId } = viewer;
  if (!may(viewer, "today.read") || personId === null) return [];
  const on = await today();
  return asViewer(viewer, (tx) => waitingOf(tx, personId, on));
}
