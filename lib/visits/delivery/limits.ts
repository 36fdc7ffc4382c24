import { throttle } from "@/lib/gate/throttle";
import type { Viewer } from "@/lib/identity/types";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/** What one person may have kept within a while: more than anybody puts away by hand, or a phone brings late from a visit. */
export const mostKeepings = 300;
const minutes = 10;

const keepings = throttle({ failures: mostKeepings, minutes, callers: 10_000 });

const callerOf = ({ accountId, role }: Viewer): string => accountId ?? role;

/** Words that become part of no record can be kept without end: whoever keeps too many waits. */
export const tooOften = (viewer: Viewer): Refusal | null => {
  const seconds = keepings.wait(callerOf(viewer), now());
  return seconds > 0 ? refused(problem("too-often", undefined, { minutes: Math.ceil(seconds / 60) })) : null;
};

/** Counts one more thing that is kept. */
export const countKept = (viewer: Viewer): void => {
  keepings.fail(callerOf(viewer), now());
};
