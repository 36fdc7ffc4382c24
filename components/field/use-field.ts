import { useEffect, useMemo, useState } from "react";

import { isOpen } from "@/lib/offline/rules";
import { fetchPack, type NoPack } from "@/lib/offline/server";
import { onlyAccountHere } from "@/lib/offline/database";
import { remember, remembered, remembers } from "@/lib/offline/remembered";
import { failureOf, type Failure } from "@/lib/offline/saving";
import { FieldStore } from "@/lib/offline/store";
import { Sync, type Sending } from "@/lib/offline/sync";
import type { Held } from "@/lib/offline/types";

/** A word is typed before it is sent. */
const pauseBeforeSending = 400;
/** How much of an account is not sent yet, for the page that signs out: each account of a device has a count of its own. */
const unsent = (accountId: string): string => `nenep.field.waiting.${accountId}`;
const lastAccount = "nenep.field.account";

type Entry = "opening" | Refreshed;

/** What became of asking for a new pack. */
export type Refreshed = "open" | NoPack | Failure;

export type Field = {
  entry: Entry;
  held: Held | null;
  sending: Sending;
  online: boolean;
  /** A newer edition of the app has taken the database over in another window. */
  superseded: boolean;
  store: FieldStore | null;
  sync: Sync | null;
  refresh: () => Promise<Refreshed>;
};

/** The visits on the device and the one that is being opened: however far ahead, they are taken along. */
async function wantedBy(store: FieldStore | null): Promise<string[]> {
  const here = await store?.carried().catch(() => []);
  const opened = /^#\/v\/([^/]+)/.exec(location.hash)?.[1];
  return [...new Set([...(here ?? []), ...(opened ? [opened] : [])])];
}

const useOnline = (): boolean => {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = () => {
      setOnline(navigator.onLine);
    };
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  return online;
};

/** Everything the app knows: what is on the device, and how sending stands. The device answers first, the network when it can. */
export function useField(elsewhere: string): Field {
  const [accountId, setAccountId] = useState<string | null>(remembered(lastAccount));
  const [held, setHeld] = useState<Held | null>(null);
  const [sending, setSending] = useState<Sending>("idle");
  const [entry, setEntry] = useState<Entry>("opening");
  const [superseded, setSuperseded] = useState(false);
  const online = useOnline();
  const store = useMemo(() => (accountId === null ? null : new FieldStore(accountId)), [accountId]);
  const sync = useMemo(() => store && new Sync(store, elsewhere, setSending), [store, elsewhere]);

  useEffect(() => {
    if (!store || !sync) return undefined;
    const setBroken = (error: unknown): void => {
      setEntry(failureOf(error));
    };
    const unwatch = store.watch((now) => {
      setHeld(now);
      remember(unsent(store.accountId), String(now.items.filter(isOpen).length));
    }, setBroken);
    store.whenSuperseded(() => {
      setSuperseded(true);
    });
    const send = () => void sync.run();
    let soon: ReturnType<typeof setTimeout> | undefined;
    store.whenRecorded(() => {
      clearTimeout(soon);
      soon = setTimeout(send, pauseBeforeSending);
    });
    const seen = () => {
      if (document.visibilityState === "visible") send();
    };
    send();
    addEventListener("online", send);
    document.addEventListener("visibilitychange", seen);
    return () => {
      unwatch();
      removeEventListener("online", send);
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(soon);
      sync.stop();
      store.close();
    };
  }, [store, sync]);

  useEffect(() => {
    if (accountId !== null || remembers()) return;
    // A browser that keeps no words for us still knows whose records it holds.
    void onlyAccountHere().then((only) => {
      setAccountId((now) => now ?? only);
    });
  }, [accountId]);

  const refresh = useMemo(
    () => async (): Promise<Refreshed> => {
      const fetched = await fetchPack(await wantedBy(store));
      if (typeof fetched === "string") {
        setEntry(fetched);
        return fetched;
      }
      const { pack, offset } = fetched;
      const target = store?.accountId === pack.accountId ? store : new FieldStore(pack.accountId);
      const taken = await target.saving.save("pack", null, () => target.take(pack, offset));
      const failure = target.saving.unsaved.get("pack")?.failure;
      if (target !== store) target.close();
      if (!taken && target !== store) {
        setEntry(failure ?? "other");
        return failure ?? "other";
      }
      remember(lastAccount, pack.accountId);
      setAccountId(pack.accountId);
      setEntry("open");
      return taken ? "open" : (failure ?? "other");
    },
    [store],
  );
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    return () => {
      clearTimeout(first);
    };
  }, [refresh]);

  return { entry, held, sending, online, superseded, store, sync, refresh };
}
