"use server";

import { declarationCheck } from "@/components/adoption/declaration-check";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import { declarationForm } from "@/lib/adoption/declarations/schema";
import { formWithCheck } from "@/lib/gate/form";
import { done } from "@/lib/kernel/result";

export const saveDeclaration = formWithCheck(
  "adoption.record",
  declarationForm,
  async (viewer, input) => {
    const foreseen = await foreseeDeclaration(viewer, input);
    return foreseen.ok ? done(await declarationCheck(input, foreseen.value)) : foreseen;
  },
  recordDeclaration,
  ({ code }) => `/agencies/${code}`,
);
