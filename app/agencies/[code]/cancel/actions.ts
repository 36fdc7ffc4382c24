"use server";

import { cancelEntry } from "@/lib/corrections/commands";
import { pageOf } from "@/lib/corrections/types";
import { form } from "@/lib/gate/form";

export const save = form(cancelEntry, ({ agencyCode, of, about }) => pageOf(of, agencyCode, about));
