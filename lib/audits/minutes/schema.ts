import { z } from "zod";

import { opinions, signerParts, type Representative } from "@/lib/audits/minutes/types";
import { teamDuties } from "@/lib/audits/types";
import { id, optionalLine, optionalText, optionalTime, text, version } from "@/lib/gate/fields";

const longestPath = 60_000;

const signature = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("drawn"),
      path: z
        .string({ error: "unknown-input" })
        .max(longestPath, "unknown-input")
        .regex(/^(?:[ML]\d{1,3} \d{1,3} ?)+$/, "unknown-input"),
    }),
    z.strictObject({ kind: z.literal("typed") }),
    z.strictObject({ kind: z.literal("none") }),
  ],
  { error: "unknown-input" },
);

const said = {
  opinion: z.enum(opinions, { error: "not-a-choice" }),
  statement: optionalText(4000),
};

/** What a device sends of it. */
export const representative = z.strictObject({
  ...said,
  name: optionalText(200),
  title: optionalText(200),
  signature,
});

const signatory = z.strictObject({
  part: z.enum(signerParts, { error: "not-a-choice" }),
  name: optionalText(200),
  title: optionalText(200),
  signature,
});

/** Who else signed on a device; absent where nobody did. */
export const signatories = z
  .array(signatory, { error: "unknown-input" })
  .max(signerParts.length, "unknown-input")
  .refine((all) => new Set(all.map(({ part }) => part)).size === all.length, "unknown-input")
  .optional();

/** Who of the team was there, as a device sealed it; absent from devices of before it was asked. */
export const attendance = z
  .array(
    z.object({
      personId: id,
      name: text(200),
      duty: z.enum(teamDuties, { error: "unknown-input" }),
      present: z.boolean({ error: "unknown-input" }),
    }),
    { error: "unknown-input" },
  )
  .max(100, "unknown-input")
  .optional();

/** Those of the team who are ticked in an office form; none where nothing is. */
export const presentIds = z
  .union([id, z.array(id)])
  .default([])
  .transform((ids) => [ids].flat());

/** The same from an office form, where a name stands for a signature. */
export const typedRepresentative = z
  .object({
    ...said,
    representativeName: optionalLine(200),
    representativeTitle: optionalLine(200),
  })
  .transform(({ opinion, statement, representativeName, representativeTitle }): Representative => {
    const signed = opinion !== "absent" && representativeName !== "";
    return {
      opinion,
      statement,
      name: representativeName,
      title: representativeTitle,
      signature: signed ? { kind: "typed" } : { kind: "none" },
    };
  });

/** When the visit began and ended, where it is known. */
export const hoursFields = { startedAt: optionalTime, endedAt: optionalTime };

/** The same from a device; one of before hours were asked for sends none. */
export const hours = z.strictObject(hoursFields).optional();

/** What is chosen, where a form lists its fields; whether it is a choice at all is asked with the rest of what was said. */
export const typedOpinion = z.enum(opinions).optional().catch(undefined);

/** An amendment: why, and what the agency says of it. */
export const amendmentForm = z
  .looseObject({ visitId: id, version, reason: text(4000), opinion: typedOpinion })
  .transform((form, context) => {
    const spoken = typedRepresentative.safeParse(form);
    for (const issue of spoken.error?.issues ?? [])
      context.addIssue({ code: "custom", message: issue.message, path: issue.path.map(String) });
    return {
      visitId: form.visitId,
      version: form.version,
      reason: form.reason,
      representative: spoken.success ? spoken.data : null,
    };
  });
export type AmendmentForm = z.output<typeof amendmentForm>;
