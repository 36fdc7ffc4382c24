"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

import {
  answersIn,
  fillForm,
  forgetSheet,
  keepSheet,
  keptSheet,
  saysTheSame,
  type SheetAnswers,
} from "@/components/audits/sheet-store";
import { currentFormat } from "@/lib/audits/delivery/types";
import { uuidv7 } from "@/lib/kernel/ids";

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; time: string; number: string }
  | { kind: "failed"; reason: string }
  | { kind: "conflict"; savedBy: string; savedAt: string; current: Record<string, string> };

export type AutosaveWords = { offline: string; signedOut: string };

type Reply = {
  version?: number;
  number?: string;
  time?: string;
  problem?: string;
  conflict?: { current: Record<string, string>; savedBy: string; savedAt: string };
};

const pause = 400;
const now = (): string => new Date().toISOString();

/** One try of one state of the section. Tried again unchanged it keeps its id, and the server answers with the same receipt. */
type Item = { id: string; text: string };

function itemOf(
  visitId: string,
  groupCode: string,
  version: number,
  answers: SheetAnswers,
  last: Item | null,
) {
  const text = JSON.stringify({ visitId, groupCode, version, answers });
  return last?.text === text
    ? last
    : { id: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))), text };
}

const stateOf = (status: number, reply: Reply, words: AutosaveWords): SaveState => {
  if (status === 401) return { kind: "failed", reason: words.signedOut };
  if (reply.conflict) return { kind: "conflict", ...reply.conflict };
  return { kind: "failed", reason: reply.problem ?? words.offline };
};

/** Saves a section a moment after each change, one request at a time; what is not acknowledged stays on the device. */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  visitId: string,
  group: string,
  first: number,
  words: AutosaveWords,
) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [version, setVersion] = useState(first);
  const current = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const again = useRef(false);
  const sent = useRef<Item | null>(null);
  const idle = useRef<Promise<SaveState>>(Promise.resolve({ kind: "idle" }));

  const deliver = useCallback(
    async (answers: SheetAnswers): Promise<SaveState> => {
      try {
        const item = itemOf(visitId, group, current.current, answers, sent.current);
        sent.current = item;
        const message = { ...(JSON.parse(item.text) as object), format: currentFormat, recordedAt: now() };
        const response = await fetch(`/api/field/sheets/${item.id}`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(message),
        });
        const json = response.headers.get("content-type")?.includes("json") ?? false;
        const reply = json ? ((await response.json()) as Reply) : {};
        if (!response.ok || reply.version === undefined || reply.number === undefined) {
          return stateOf(response.status, reply, words);
        }
        current.current = reply.version;
        return { kind: "saved", time: reply.time ?? "", number: reply.number };
      } catch {
        return { kind: "failed", reason: words.offline };
      }
    },
    [group, visitId, words],
  );

  const sendAll = useCallback(async (): Promise<SaveState> => {
    let outcome: SaveState = { kind: "idle" };
    busy.current = true;
    do {
      again.current = false;
      if (!form.current) break;
      setState({ kind: "saving" });
      outcome = await deliver(answersIn(form.current));
      setVersion(current.current);
      setState(outcome);
      if (outcome.kind === "saved" && !again.current) forgetSheet(visitId, group);
    } while (again.current);
    busy.current = false;
    return outcome;
  }, [deliver, form, group, visitId]);

  /** One request at a time: what changes meanwhile is sent after it. Only an acknowledged section is forgotten here. */
  const send = useCallback((): Promise<SaveState> => {
    if (busy.current) again.current = true;
    else idle.current = sendAll();
    return idle.current;
  }, [sendAll]);

  const changed = useCallback(() => {
    if (!form.current) return;
    keepSheet(visitId, group, { version: current.current, answers: answersIn(form.current) });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), pause);
  }, [form, group, send, visitId]);

  const keepMine = useCallback(
    (stored: Record<string, string>) => {
      current.current = Number(stored["version"] ?? 0);
      void send();
    },
    [send],
  );

  useEffect(() => {
    const restore = () => {
      const kept = keptSheet(visitId, group);
      if (!kept || !form.current) return;
      if (saysTheSame(kept.answers, answersIn(form.current))) return forgetSheet(visitId, group);
      // Sent against the version it was made from: what somebody saved since is shown, not overwritten.
      current.current = kept.version;
      fillForm(form.current, kept.answers);
      void send();
    };
    const first = setTimeout(restore, 0);
    const retry = () => keptSheet(visitId, group) && void send();
    addEventListener("online", retry);
    return () => {
      clearTimeout(first);
      removeEventListener("online", retry);
    };
  }, [form, group, send, visitId]);

  /** Sends what still waits for its moment, and says how it ended. */
  const flush = useCallback((): Promise<SaveState> => {
    clearTimeout(timer.current);
    return send();
  }, [send]);

  return { state, version, changed, keepMine, flush };
}
