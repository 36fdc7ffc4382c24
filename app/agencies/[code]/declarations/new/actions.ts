"use server";

import { declarationCheck } from "@/components/adoption/declaration-check";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import { formWithCheck } from "@/lib/gate/form";
import { done } from "@/lib/kernel/result";

export const saveDeclaration = formWithCheck(
  recordDeclaration,
  async (viewer, input) => {
    const foreseen = await foreseeDeclaration(viewer, input);
    return foreseen.ok ? done(await declarationCheck(input, foreseen.value)) : foreseen;
  },
  ({ code }) => `/agencies/${code}`,
);
