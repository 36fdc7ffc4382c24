import type { AdoptionRecord } from "@/lib/adoption/types";
import type { Holder, Position } from "@/lib/appointments/types";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import type { Office } from "@/lib/reports/documents/issuer";
import type { PaperPhoto } from "@/lib/reports/documents/photographs";
import type { Registration } from "@/lib/reports/types";
import type { MinutesRecord } from "@/lib/visits/minutes/types";
import type { VisitRecord } from "@/lib/visits/types";

export type MinutesFacts = {
  visit: VisitRecord;
  holders: readonly Holder[];
  /** What those of the team are, and where, by person. */
  positions: Readonly<Record<string, Position>>;
  adoption: AdoptionRecord;
  programme: ProgrammeFacts | null;
  /** What was signed first; null while nobody has read them out, so that there is room to write. */
  minutes: MinutesRecord | null;
  photos: readonly PaperPhoto[];
  office: Office;
  registration: Registration;
  illustrative: boolean;
};
