"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

import {
  answersIn,
  fillForm,
  forgetSheet,
  keepSheet,
  keptSheet,
  type SheetAnswers,
} from "@/components/audits/sheet-store";

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "restored" }
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

  const send = useCallback(
    async (answers: SheetAnswers): Promise<void> => {
      if (busy.current) {
        again.current = true;
        return;
      }
      busy.current = true;
      setState({ kind: "saving" });
      try {
        const response = await fetch(`/api/audits/${visitId}/${group}`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ version: current.current, answers }),
        });
        const reply = response.headers.get("content-type")?.includes("json")
          ? ((await response.json()) as Reply)
          : {};
        if (response.ok && reply.version !== undefined && reply.number !== undefined) {
          current.current = reply.version;
          setVersion(reply.version);
          setState({ kind: "saved", time: reply.time ?? "", number: reply.number });
          if (!again.current) forgetSheet(visitId, group);
        } else setState(stateOf(response.status, reply, words));
      } catch {
        setState({ kind: "failed", reason: words.offline });
      }
      busy.current = false;
      if (again.current && form.current) {
        again.current = false;
        void send(answersIn(form.current));
      }
    },
    [form, group, visitId, words],
  );

  const changed = useCallback(() => {
    if (!form.current) return;
    keepSheet(visitId, group, answersIn(form.current));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form.current && void send(answersIn(form.current)), pause);
  }, [form, group, send, visitId]);

  const keepMine = useCallback(
    (stored: Record<string, string>) => {
      current.current = Number(stored["version"] ?? 0);
      if (form.current) void send(answersIn(form.current));
    },
    [form, send],
  );

  useEffect(() => {
    const kept = keptSheet(visitId, group);
    if (kept && form.current) {
      fillForm(form.current, kept);
      setState({ kind: "restored" });
      void send(kept);
    }
    const retry = () => form.current && keptSheet(visitId, group) && void send(answersIn(form.current));
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [form, group, send, visitId]);

  return { state, version, changed, keepMine };
}
