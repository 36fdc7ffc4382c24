import { inTheWay, postOf } from "@/lib/appointments/rules";
import { loadAppointments } from "@/lib/appointments/queries";
import type { AppointmentCancelForm, AppointmentForm, EndForm } from "@/lib/appointments/schema";
import type { Appointment } from "@/lib/appointments/types";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt, Value } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Appointments of one agency change one after the other. */
async function hold(tx: Tx, agencyId: string): Promise<Appointment[]> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${agencyId}, 10))::text as locked`;
  return loadAppointments(tx, { agencyId });
}

const tell = (
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  action: string,
  content: Record<string, Value>,
): Promise<Receipt> =>
  record(tx, viewer, { chain: agencyId, action, entity: "agency", entityId: agencyId, content });

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

/** The person who is appointed: one who is known, or a new one of that name; null where nobody is known by that id. */
async function appointee(tx: Tx, { personId, fullName }: AppointmentForm): Promise<string | null> {
  if (personId)
    return (await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))?.id ?? null;
  return (await tx.person.create({ data: { fullName }, select: { id: true } })).id;
}

/** Appoints somebody to a post of an agency, from a day on. An agency has one head on any day: who came before is ended first. */
export async function beginAppointment(viewer: Viewer, form: AppointmentForm): Promise<Result<Receipt>> {
  const { agencyId, seat, title, concurrent, validFrom, lastDay, decision, decidedOn } = form;
  if (!mayFor(viewer, "appointments.record", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  const fault = problemOf(form, day);
  if (fault) return refused(fault);
  return changeOnce(viewer, "appointment", form, async (tx) => {
    const known = await hold(tx, agencyId);
    const period = { from: validFrom, to: lastDay && addDays(lastDay, 1) };
    const before = inTheWay(known, { personId: form.personId, seat, ...period });
    if (before)
      return refused(
        problem(postOf(seat) === "head" ? "has-a-head" : "holds-that-post", "validFrom", {
          name: before.name,
          since: formatDate(before.from),
        }),
      );
    if (!(await tx.agency.findUnique({ where: { id: agencyId }, select: { id: true } })))
      return refused(problem("not-an-id"));
    const personId = await appointee(tx, form);
    if (!personId) return refused(problem("not-a-choice", "personId"));
    const { person } = await tx.appointment.create({
      data: {
        ...{ agencyId, personId, post: postOf(seat), acting: seat === "acting_head", title, concurrent },
        ...{ validFrom: toDatabase(validFrom), validTo: period.to && toDatabase(period.to) },
        ...{ decision, decidedOn: toDatabase(decidedOn) },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { person: { select: { fullName: true } } },
    });
    return done(
      await tell(tx, viewer, agencyId, "appointment-begun", {
        ...{ fullName: person.fullName, post: seat, title, startedOn: validFrom },
        ...(lastDay && { lastDay }),
        ...{ decisionNumber: decision, decidedOn },
      }),
    );
  });
}

/** Ends an appointment after a day, by a decision. What was signed until then stays signed by whom it was. */
export async function endAppointment(viewer: Viewer, form: EndForm): Promise<Result<Receipt>> {
  const { agencyId, id, lastDay, decision, decidedOn } = form;
  if (!mayFor(viewer, "appointments.record", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  if (decidedOn > day) return refused(problem("date-in-future", "decidedOn", { latest: formatDate(day) }));
  return change(viewer, async (tx) => {
    const held = (await hold(tx, agencyId)).find((each) => each.id === id);
    if (!held) return refused(problem("not-an-id"));
    if (held.cancelled) return refused(problem("already-done"));
    const validTo = addDays(lastDay, 1);
    if (lastDay < held.from)
      return refused(problem("date-before", "lastDay", { earliest: formatDate(held.from) }));
    if (held.to && validTo >= held.to)
      return refused(problem("ends-before-that", "lastDay", { last: formatDate(addDays(held.to, -1)) }));
    await tx.appointment.update({
      where: { id },
      data: {
        ...{ validTo: toDatabase(validTo), endDecision: decision, endDecidedOn: toDatabase(decidedOn) },
      },
      select: { id: true },
    });
    return done(
      await tell(tx, viewer, agencyId, "appointment-ended", {
        ...{ fullName: held.name, post: held.seat, title: held.title, lastDay },
        ...{ decisionNumber: decision, decidedOn },
      }),
    );
  });
}

/** Cancels an appointment that was entered wrongly, and says why: it held on no day, and the right one is entered anew. */
export async function cancelAppointment(
  viewer: Viewer,
  { agencyId, id, reason }: AppointmentCancelForm,
): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "appointments.record", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    const held = (await hold(tx, agencyId)).find((each) => each.id === id);
    if (!held) return refused(problem("not-an-id"));
    if (held.cancelled) return refused(problem("already-done"));
    const { id: cancellationId } = await tx.cancellation.create({
      data: { agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
      select: { id: true },
    });
    await tx.appointment.update({
      where: { id },
      data: { cancellationId, validTo: toDatabase(held.from) },
      select: { id: true },
    });
    return done(
      await tell(tx, viewer, agencyId, "appointment-cancelled", {
        ...{ fullName: held.name, post: held.seat, title: held.title, startedOn: held.from },
        ...(held.to && { lastDay: addDays(held.to, -1) }),
        reason,
      }),
    );
  });
}
