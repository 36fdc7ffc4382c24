import { takenProblem, postOf, standingShown } from "@/lib/appointments/rules";
import { loadAppointments } from "@/lib/appointments/queries";
import {
  appointmentCancelForm,
  appointmentForm,
  endForm,
  reopenForm,
  type AppointmentForm,
} from "@/lib/appointments/schema";
import { signedInTerm } from "@/lib/appointments/signatures/queries";
import { seenAs, signedOutside } from "@/lib/appointments/signatures/rules";
import type { Appointment } from "@/lib/appointments/types";
import type { Tx } from "@/lib/identity/database";
import { command, type Acting } from "@/lib/journal/commands";
import type { OfAgency } from "@/lib/journal/events/agencies/types";
import type { Told } from "@/lib/journal/events/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { lock } from "@/lib/platform/locks";

/** Appointments of one agency change one after the other. */
async function hold(tx: Tx, agencyId: string): Promise<Appointment[]> {
  await lock(tx, "appointments", agencyId);
  return loadAppointments(tx, { agencyId });
}

type One = { agencyId: string; id: string; shown?: string | undefined };

/** One of them that stands, as its page showed it. */
async function holdOne(tx: Tx, { agencyId, id, shown }: One): Promise<Appointment> {
  const held = (await hold(tx, agencyId)).find((each) => each.id === id);
  if (!held) refuse("not-yours");
  if (held.cancelled) refuse("already-done");
  refuseOther(shown, standingShown(held));
  return held;
}

const told = <Name extends keyof OfAgency>(
  agencyId: string,
  action: Name,
  content: OfAgency[Name],
): Told<"agency", Name> => ({ chain: agencyId, entity: "agency", entityId: agencyId, action, content });

/** Who is meant, one person, known or new; and are the days in order? */
function problemOf(form: AppointmentForm, day: PlainDate): Problem | null {
  const { personId, fullName, validFrom, lastDay, decidedOn } = form;
  if (!personId && !fullName) return problem("person-needed", "personId");
  if (personId && fullName) return problem("person-both", "personId");
  if (decidedOn > day) return problem("date-in-future", "decidedOn", { latest: formatDate(day) });
  if (lastDay && lastDay < validFrom)
    return problem("date-before", "lastDay", { earliest: formatDate(validFrom) });
  return null;
}

/** The person who is appointed: one who is known, or a new one of that name. */
async function appointee(tx: Tx, { personId, fullName }: AppointmentForm): Promise<string> {
  const person = personId
    ? await tx.person.findUnique({ where: { id: personId }, select: { id: true } })
    : await tx.person.create({ data: { fullName }, select: { id: true } });
  if (!person) refuse("not-a-choice", "personId");
  return person.id;
}

/** Appoints somebody to a post of an agency, from a day on. An agency has one head on any day: who came before is ended first. */
export const beginAppointment = command(
  "appointments.record",
  appointmentForm,
  async ({ tx, viewer, today }, form) => {
    const { agencyId, seat, title, concurrent, validFrom, lastDay, decision, decidedOn } = form;
    refuseIf(problemOf(form, today));
    const known = await hold(tx, agencyId);
    const period = { from: validFrom, to: lastDay && addDays(lastDay, 1) };
    refuseIf(takenProblem(known, { personId: form.personId, seat, ...period }, "validFrom"));
    if (!(await tx.agency.findUnique({ where: { id: agencyId }, select: { id: true } }))) refuse("not-yours");
    const personId = await appointee(tx, form);
    const { person } = await tx.appointment.create({
      data: {
        ...{ agencyId, personId, post: postOf(seat), acting: seat === "acting_head", title, concurrent },
        ...{ validFrom: toDatabase(validFrom), validTo: period.to && toDatabase(period.to) },
        ...{ decision, decidedOn: toDatabase(decidedOn) },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { person: { select: { fullName: true } } },
    });
    return told(agencyId, "appointment-begun", {
      ...{ fullName: person.fullName, post: seat, title, startedOn: validFrom },
      ...(lastDay && { lastDay }),
      ...{ decisionNumber: decision, decidedOn },
    });
  },
  { once: "appointment" },
);

/**
 * What was signed on days that an appointment covers no longer, once its reader has said that they know of it: so many are told of in
 * history, and each is shown as signed without the office.
 */
async function outsideOf(
  tx: Tx,
  { id, known }: { id: string; known: string },
  validTo: PlainDate | null,
): Promise<{ signedOutside?: number }> {
  const signed = await signedInTerm(tx, id);
  const [last, ...others] = signedOutside(signed, validTo);
  if (!last) return {};
  const count = others.length + 1;
  if (known !== seenAs(signed)) refuse("signed-outside", "known", { count, last: formatDate(last.on) });
  return { signedOutside: count };
}

/** Ends an appointment after a day, by a decision. What was signed until then stays signed by whom it was. */
export const endAppointment = command(
  "appointments.record",
  endForm,
  async ({ tx, today }, { agencyId, id, lastDay, decision, decidedOn, known, shown }) => {
    if (decidedOn > today) refuse("date-in-future", "decidedOn", { latest: formatDate(today) });
    const { name, seat, title, from, to } = await holdOne(tx, { agencyId, id, shown });
    const validTo = addDays(lastDay, 1);
    if (lastDay < from) refuse("date-before", "lastDay", { earliest: formatDate(from) });
    if (to && validTo >= to) refuse("ends-before-that", "lastDay", { last: formatDate(addDays(to, -1)) });
    const outside = await outsideOf(tx, { id, known }, validTo);
    await tx.appointment.update({
      where: { id },
      data: {
        ...{ validTo: toDatabase(validTo), endDecision: decision, endDecidedOn: toDatabase(decidedOn) },
      },
      select: { id: true },
    });
    return told(agencyId, "appointment-ended", {
      ...{ fullName: name, post: seat, title, lastDay },
      ...{ decisionNumber: decision, decidedOn, ...outside },
    });
  },
);

/** Marks an appointment as entered wrongly, with the reason: it held on no day, and the end that it said is kept beside it. */
async function markWrong(
  { tx, viewer }: Pick<Acting, "tx" | "viewer">,
  { agencyId, reason }: { agencyId: string; reason: string },
  { id, from, to }: Appointment,
): Promise<void> {
  const { id: cancellationId } = await tx.cancellation.create({
    data: { agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
    select: { id: true },
  });
  await tx.appointment.update({
    where: { id },
    data: { cancellationId, validTo: toDatabase(from), wrongTo: to && toDatabase(to) },
    select: { id: true },
  });
}

/** Cancels an appointment that was entered wrongly, and says why: it held on no day, and the right one is entered anew. */
export const cancelAppointment = command(
  "appointments.record",
  appointmentCancelForm,
  async ({ tx, viewer }, { agencyId, id, reason, known, shown }) => {
    const wrong = await holdOne(tx, { agencyId, id, shown });
    const { name, seat, title, from, to } = wrong;
    const outside = await outsideOf(tx, { id, known }, null);
    await markWrong({ tx, viewer }, { agencyId, reason }, wrong);
    return told(agencyId, "appointment-cancelled", {
      ...{ fullName: name, post: seat, title, startedOn: from },
      ...(to && { lastDay: addDays(to, -1) }),
      ...outside,
      reason,
    });
  },
);

/**
 * Takes back an end that was entered wrongly, and says why: the appointment with that end is shown as cancelled, and holds on without it
 * as it was begun, or until the day that the decision of its beginning names.
 */
export const reopenAppointment = command(
  "appointments.record",
  reopenForm,
  async ({ tx, viewer }, { agencyId, id, lastDay, reason, shown }) => {
    const known = await hold(tx, agencyId);
    const wrong = known.find((each) => each.id === id);
    if (!wrong) refuse("not-yours");
    if (wrong.cancelled || !wrong.endedBy || wrong.to === null) refuse("already-done");
    refuseOther(shown, standingShown(wrong));
    const { name, seat, title, personId, from } = wrong;
    const ended = addDays(wrong.to, -1);
    if (lastDay && lastDay <= ended)
      refuse("date-before", "lastDay", { earliest: formatDate(addDays(ended, 1)) });
    const to = lastDay && addDays(lastDay, 1);
    const others = known.filter((each) => each.id !== id);
    refuseIf(takenProblem(others, { personId, seat, from, to }, "lastDay"));
    await markWrong({ tx, viewer }, { agencyId, reason }, wrong);
    await tx.appointment.create({
      data: {
        ...{ agencyId, personId, post: postOf(seat), acting: seat === "acting_head", title },
        ...{ concurrent: wrong.concurrent, validFrom: toDatabase(from), validTo: to && toDatabase(to) },
        ...{ decision: wrong.begunBy?.number ?? null },
        ...{ decidedOn: wrong.begunBy?.on ? toDatabase(wrong.begunBy.on) : null },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return told(agencyId, "appointment-reopened", {
      ...{ fullName: name, post: seat, title, startedOn: from, wrongLastDay: ended },
      ...(lastDay && { lastDay }),
      reason,
    });
  },
);
