"use server";

import { recordDeclaration } from "@/lib/adoption/commands";
import { declarationForm } from "@/lib/adoption/schema";
import { form } from "@/lib/gate/form";

export const saveDeclaration = form(
  "adoption.record",
  declarationForm,
  recordDeclaration,
  ({ code }) => `/agencies/${code}`,
);
