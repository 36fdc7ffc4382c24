"use server";

import { getLocale } from "next-intl/server";

import { declarationCheck } from "@/components/adoption/declaration-check";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import { formWithCheck } from "@/lib/gate/form";
import { done } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { foreseeEdition } from "@/lib/procedures/queries";

export const saveDeclaration = formWithCheck(
  recordDeclaration,
  async (viewer, input) => {
    const foreseen = await foreseeDeclaration(viewer, input);
    if (!foreseen.ok) return foreseen;
    const of = [await today(), input.editionId, await getLocale()] as const;
    const edition = await foreseeEdition(viewer, input.agencyId, ...of);
    return done(await declarationCheck(input, foreseen.value, edition));
  },
  ({ code }) => `/agencies/${code}`,
);
