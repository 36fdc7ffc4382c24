import { z } from "zod";

import { choice, code, date, id, line, optionalDate, text, version } from "@/lib/gate/fields";
import { legalDocumentKinds, legalLevels } from "@/lib/legal/types";

/** What is known, and that something is not. */
export const knowings = ["yes", "no", "unknown"] as const;

const facts = {
  kind: choice(legalDocumentKinds),
  number: code(60),
  issuer: line(200),
  level: choice(legalLevels),
  issuedOn: date,
  title: line(1000),
  inForceFrom: optionalDate,
  inForceTo: optionalDate,
  setsProcedures: choice(knowings),
  shortened: choice(["yes", "no"]),
  /** Was the original read? */
  verified: choice(["yes", "no"]),
};

export const newLawForm = z.object(facts);
export type NewLawForm = z.output<typeof newLawForm>;

/** What was registered wrongly is put right, with a reason. */
export const lawForm = z.object({ lawId: id, version, ...facts, reason: text(1000) });
