import { heads, holdsOn } from "@/lib/appointments/rules";
import type { TermSignature } from "@/lib/appointments/signatures/types";
import type { Appointment } from "@/lib/appointments/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** By what a form tells that these were read before an appointment is ended or cancelled; the last one comes first. */
export const seenAs = (signatures: readonly TermSignature[]): string =>
  `${signatures.length}:${signatures[0]?.id ?? ""}`;

/** Those on days that the appointment covers no longer; all of them where it is cancelled. */
export const signedOutside = (
  signatures: readonly TermSignature[],
  validTo: PlainDate | null,
): TermSignature[] => signatures.filter(({ on }) => validTo === null || on >= validTo);

/** Who signed, by person; or by name, of what keeps no more of them. */
type Signer = { personId: string | null } | { named: string };

type Signed = Signer & { on: PlainDate | null; of: TermSignature["kind"] };

const isOf = (signer: Signer, { personId, name }: Appointment): boolean =>
  "named" in signer ? signer.named === name : signer.personId === personId;

/** Did whoever signed hold the office on that day, as far as the records know? */
export const heldOffice = (appointments: readonly Appointment[], { on, of, ...signer }: Signed): boolean =>
  on === null ||
  appointments.some(
    (each) =>
      !each.cancelled &&
      isOf(signer, each) &&
      (heads(each) || (of === "document" && each.seat === "deputy_head")) &&
      holdsOn(each, on),
  );
