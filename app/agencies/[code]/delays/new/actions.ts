"use server";

import { stateDelay } from "@/lib/adoption/delays/commands";
import { delayForm } from "@/lib/adoption/delays/schema";
import { form } from "@/lib/gate/form";

export const saveDelay = form("adoption.record", delayForm, stateDelay, ({ code }) => `/agencies/${code}`);
