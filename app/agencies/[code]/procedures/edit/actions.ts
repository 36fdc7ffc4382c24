"use server";

import { recordHandled } from "@/lib/coverage/handled/commands";
import { form } from "@/lib/gate/form";

export const save = form(recordHandled, ({ code }) => `/agencies/${code}/procedures`);
