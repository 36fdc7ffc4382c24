import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Result } from "@/lib/kernel/result";

import type { Scope } from "@/tests/support/scopes";

/** A command with its input, ready to be sent by somebody. */
type Act = (viewer: Viewer) => Promise<Result<unknown>>;

/** One command: the right it belongs to, and an input that is in order but for who sends it. */
export type CommandProof = {
  action: Action;
  /** What changes the viewer's own account is tried by an account of its own. */
  ownAccount?: true;
  prepare: (where: Scope, viewer: Viewer) => Promise<Act>;
};
