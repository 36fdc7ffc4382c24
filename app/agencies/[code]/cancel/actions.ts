"use server";

import { cancelEntry } from "@/lib/corrections/commands";
import { cancelForm } from "@/lib/corrections/schema";
import { pageOf } from "@/lib/corrections/types";
import { form } from "@/lib/gate/form";

export const save = form("entries.cancel", cancelForm, cancelEntry, ({ agencyCode, of, about }) =>
  pageOf(of, agencyCode, about),
);
