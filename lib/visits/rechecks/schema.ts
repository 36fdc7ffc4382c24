import { z } from "zod";

import { fieldFormat, instant, noteLength, versionNumber } from "@/lib/visits/schema";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { choice, id, optionalText, version } from "@/lib/gate/fields";

const said = { outcome: choice(recheckOutcomes), note: optionalText(noteLength) };

/** What a device sends of one earlier finding, against the version it was made from. */
export const recheckMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  findingId: id,
  version: versionNumber,
  recordedAt: instant,
  ...said,
});

/** The same from an office form. */
export const recheckForm = z.object({ visitId: id, findingId: id, version, ...said });
export type RecheckInput = z.output<typeof recheckForm>;
