"use server";

import { stateDelay } from "@/lib/adoption/delays/commands";
import { form } from "@/lib/gate/form";

export const saveDelay = form(stateDelay, ({ code }) => `/agencies/${code}`);
