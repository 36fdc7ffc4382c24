import type { z } from "zod";

import type { Viewer } from "@/lib/identity/types";
import type { Command } from "@/lib/journal/commands";

import type { Scope } from "@/tests/support/scopes";

/** A command as a form feeds it: it says itself by which right and of what shape. */
export type FormCommand = Command<z.ZodType, unknown>;

/** What a form says of the record that it is about; the other fields are filled in from the command's own shape. */
export type Input = Record<string, unknown>;

/** One command that a form feeds. */
export type Contract = {
  about: (where: Scope, viewer: Viewer) => Promise<Input>;
  /** What changes the viewer's own account is tried by an account of its own. */
  ownAccount?: true;
  /** What must be out of the way each time that it is sent. */
  first?: (viewer: Viewer) => Promise<unknown>;
};

/** The commands of one file of lib/, by name. */
export type Contracts = Record<string, Contract>;
