import type { Waiting } from "@/lib/findings/followed/types";
import { isInspectorsTurn } from "@/lib/findings/turns/rules";
import type { Task } from "@/lib/reminders/types";

/** What findings ask of the teams: to verify an answer or what a visit saw corrected, to decide on a block, to reply. */
export const waitingTasks = (waiting: readonly Waiting[]): Task[] =>
  waiting.flatMap(
    ({ id, topic, evidence, agencyName, stage, correctedOn, owesReply, turns, asked }): Task[] => {
      const named = { id, topic, evidence, dueOn: null };
      const judged = { ...named, round: turns, agencyName };
      const turn: Task =
        correctedOn === null
          ? { kind: stage === "claimed" ? "judge" : "verify", ...judged }
          : { kind: "confirm", ...named, agencyName, correctedOn };
      return [
        ...(isInspectorsTurn(stage) ? [turn] : []),
        ...(owesReply ? [{ kind: "reply" as const, ...named, round: asked }] : []),
      ];
    },
  );
