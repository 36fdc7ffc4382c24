import { z } from "zod";

import { opinions, signerParts, type Representative, type SignedText } from "@/lib/visits/minutes/types";
import { outcomes } from "@/lib/checklists/types";
import { teamDuties } from "@/lib/programme/types";
import { minutesWords } from "@/lib/visits/wording/schema";
import {
  date,
  id,
  optionalDate,
  optionalLine,
  optionalText,
  optionalTime,
  text,
  version,
} from "@/lib/gate/fields";
import { parseDate, type PlainDate } from "@/lib/kernel/plain-date";

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
      signs: z.exactOptional(z.literal(true, { error: "unknown-input" })),
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
export const hoursFields = {
  startedOn: date,
  startedAt: optionalTime,
  endedOn: optionalDate,
  endedAt: optionalTime,
};

const signedDay = z
  .string({ error: "unknown-input" })
  .refine((said) => /^\d{4}-\d{2}-\d{2}$/.test(said) && parseDate(said) !== null, "not-a-date")
  .transform((said) => said as PlainDate);

/** The same from a device; one of before hours were asked for sends none, one of before days were asked for no day. */
export const hours = z
  .strictObject({
    startedAt: optionalTime,
    endedAt: optionalTime,
    startedOn: z.exactOptional(signedDay.nullable()),
    endedOn: z.exactOptional(signedDay.nullable()),
  })
  .optional();

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

/** What was signed is read as it stands: nothing in it is cleaned, cut or filled in. */
const signedMinutes = z.object({
  form: z.enum(["ne-nep-minutes-v1", "ne-nep-minutes-v2"]),
  signedOn: signedDay.optional(),
  answers: z.record(z.string(), z.object({ outcome: z.enum(outcomes), note: z.string() })).optional(),
  photos: z.record(z.string(), z.array(z.string())).optional(),
  attendance: z
    .array(
      z.object({
        ...{ personId: z.string(), name: z.string(), duty: z.enum(teamDuties), present: z.boolean() },
        signs: z.exactOptional(z.literal(true)),
      }),
    )
    .optional(),
  representative: z.object({ signature }),
  signatories: z
    .array(z.object({ part: z.enum(signerParts), name: z.string(), title: z.string(), signature }))
    .optional(),
  words: minutesWords,
});

const jsonOf = (content: string): unknown => {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
};

/** The text of one version as it is stored, by the form that it names; null where it does not have it. */
export const signedIn = (content: string): SignedText | null =>
  signedMinutes.safeParse(jsonOf(content)).data ?? null;
