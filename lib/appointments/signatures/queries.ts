import type { TermSignature } from "@/lib/appointments/signatures/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";

/** What was approved or signed on the days of an appointment, the last first, in a transaction that is already open. */
export const signedInTerm = (tx: Tx, appointmentId: string): Promise<TermSignature[]> =>
  tx.$queryRaw<TermSignature[]>`
    select kind, id::text as id, record::text as record, label, signed_on::text as "on" from signed_in_term(${appointmentId}::uuid)`;

/** The same, for whoever may end or cancel an appointment of the agency. */
export async function listSignedInTerm(
  viewer: Viewer,
  agencyId: string,
  appointmentId: string,
): Promise<TermSignature[]> {
  if (!isId(appointmentId) || !mayFor(viewer, "appointments.record", agencyId)) return [];
  return asViewer(viewer, async (tx) => {
    const own = await tx.appointment.findFirst({
      where: { id: appointmentId, agencyId },
      select: { id: true },
    });
    return own ? signedInTerm(tx, appointmentId) : [];
  });
}
