import type { Viewer } from "@/lib/identity/types";
import { systemViewer, type SystemJob } from "@/lib/identity/viewer";
import { isId } from "@/lib/kernel/ids";

/** A door opened by a secret in its address, to somebody who is not signed in: it leads to one act, of one named job. */
export const bySecret = async <Answer>(
  job: SystemJob,
  secret: string | undefined,
  answer: (viewer: Viewer, secret: string) => Promise<Answer | null>,
): Promise<Answer | null> => (isId(secret) ? answer(systemViewer(job), secret) : null);
