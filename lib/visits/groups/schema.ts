import { z } from "zod";

import { several } from "@/lib/visits/groups/rules";
import type { Given } from "@/lib/visits/groups/types";
import { fieldFormat, groupCode, instant } from "@/lib/visits/schema";
import { id } from "@/lib/gate/fields";
import { isId } from "@/lib/kernel/ids";

/** What a device says of a clause group: whoever sends it records it, or no longer. */
export const groupMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  groupCode,
  mine: z.boolean({ error: "unknown-input" }),
  recordedAt: instant,
});

export type GroupsForm = { visitId: string; given: Given[] };

const isHolder = (value: unknown): value is string =>
  value === "" || value === several || (typeof value === "string" && isId(value));

/**
 * Who records which group, from an office form: a choice for each group beside what stood there when the form was drawn. Only what
 * was chosen anew is given.
 */
export const groupsForm = z.looseObject({ visitId: id }).transform((form, context): GroupsForm => {
  const codes = Object.keys(form).flatMap((name) => /^holder\.([A-Z])$/.exec(name)?.[1] ?? []);
  const given = codes.sort().flatMap((code): Given[] => {
    const [holder, was] = [form[`holder.${code}`], form[`was.${code}`]];
    if (!isHolder(holder) || (holder === several && was !== several)) {
      context.addIssue({ code: "custom", message: "not-a-choice", path: [`holder.${code}`] });
      return [];
    }
    return holder === was ? [] : [{ groupCode: code, personId: holder === "" ? null : holder }];
  });
  return { visitId: form.visitId, given };
});
