import { useEffect, useMemo, useState } from "react";

import { isOwners, nobody, ownerIn, storeToOpen, type Owner } from "@/lib/identity/browser/rules";
import { isOpen } from "@/lib/offline/rules";
import { fetchPack, type NoPack } from "@/lib/offline/server";
import { onlyAccountHere } from "@/lib/offline/database";
import { leftByOthers, noteLeft, type Left } from "@/lib/offline/left";
import { remember, remembered, remembers } from "@/lib/offline/remembered";
import { failureOf, type Failure } from "@/lib/offline/saving";
import { FieldStore } from "@/lib/offline/store";
import { Sync, type Sending } from "@/lib/offline/sync";
import type { Held } from "@/lib/offline/types";

/** A word is typed before it is sent. */
const pauseBeforeSending = 400;
const lastAccount = "nenep.field.account";

type Entry = "opening" | Refreshed;

/** What became of asking for a new pack. */
export type Refreshed = "open" | NoPack | Failure;

/** What is shown of one account, or of none; somebody may have signed out here. */
type Shown = {
  accountId: string | null;
  signedOut: boolean;
  entry: Entry;
  held: Held | null;
  sending: Sending;
};

export type Fieldwork = Shown & {
  online: boolean;
  /** A newer edition of the app has taken the database over in another window. */
  superseded: boolean;
  /** What other accounts have not sent from this device. */
  left: readonly Left[];
  store: FieldStore | null;
  sync: Sync | null;
  refresh: () => Promise<Refreshed>;
};

/** Whose browser this is, as the site has said it last: in any of its windows. */
const owner = (): Owner => ownerIn(document.cookie);

const opened = (accountId: string | null): Shown => ({
  ...{ accountId, signedOut: owner() === nobody },
  ...{ entry: "opening", held: null, sending: "idle" },
});

/** The same, once whose browser it is has been looked at again: of whoever is not its owner nothing more is shown. */
function lookedAt(shown: Shown): Shown {
  const now = opened(storeToOpen(owner(), shown.accountId));
  return now.accountId === shown.accountId && now.signedOut === shown.signedOut ? shown : now;
}

/** The same where the site itself says that somebody else is signed in, whatever this page reads. */
function ofNobodyElse(shown: Shown, accountId: string | null): Shown {
  const now = lookedAt(shown);
  return now.accountId === accountId ? opened(null) : now;
}

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
export function useField(elsewhere: string): Fieldwork {
  const [shown, setShown] = useState(() => opened(storeToOpen(owner(), remembered(lastAccount))));
  const [superseded, setSuperseded] = useState(false);
  const online = useOnline();
  const { accountId } = shown;
  const store = useMemo(() => (accountId === null ? null : new FieldStore(accountId)), [accountId]);
  const others = useMemo(() => leftByOthers(accountId), [accountId]);
  /** What is learned of one account is shown while that one is. */
  const learn = useMemo(
    () => (more: Partial<Shown>) => {
      setShown((now) => (now.accountId === accountId ? { ...now, ...more } : now));
    },
    [accountId],
  );
  const sync = useMemo(() => {
    const isTheirs = () => isOwners(owner(), accountId ?? "");
    const tell = (sending: Sending) => {
      if (sending === "another") setShown((now) => ofNobodyElse(now, accountId));
      else learn({ sending });
    };
    return store && new Sync(store, elsewhere, isTheirs, tell);
  }, [store, accountId, elsewhere, learn]);

  useEffect(() => {
    const look = () => {
      setShown(lookedAt);
    };
    for (const event of ["focus", "pageshow"]) addEventListener(event, look);
    document.addEventListener("visibilitychange", look);
    return () => {
      for (const event of ["focus", "pageshow"]) removeEventListener(event, look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);

  useEffect(() => {
    if (!store || !sync) return undefined;
    const unwatch = store.watch(
      (held) => {
        learn({ held });
        noteLeft(store.accountId, held.items.filter(isOpen).length, held.pack?.name ?? null);
      },
      (error) => {
        learn({ entry: failureOf(error) });
      },
    );
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
  }, [store, sync, learn]);

  useEffect(() => {
    if (accountId !== null || remembers() || owner() !== null) return;
    // A browser that keeps no words for us still knows whose records it holds.
    void onlyAccountHere().then((only) => {
      setShown((now) => (now.accountId === null ? opened(only) : now));
    });
  }, [accountId]);

  const refresh = useMemo(
    () => async (): Promise<Refreshed> => {
      const fetched = await fetchPack(accountId, await wantedBy(store));
      if (fetched === "another") setShown((now) => ofNobodyElse(now, accountId));
      else if (typeof fetched === "string") learn({ entry: fetched });
      if (typeof fetched === "string") return fetched;
      const { pack, offset } = fetched;
      if (!isOwners(owner(), pack.accountId)) {
        setShown(lookedAt);
        return "another";
      }
      const target = store?.accountId === pack.accountId ? store : new FieldStore(pack.accountId);
      const taken = await target.saving.save("pack", null, () => target.take(pack, offset));
      const failure = target.saving.unsaved.get("pack")?.failure;
      if (target !== store) target.close();
      if (!taken && target !== store) {
        learn({ entry: failure ?? "other" });
        return failure ?? "other";
      }
      remember(lastAccount, pack.accountId);
      setShown((now) => {
        if (now.accountId !== accountId) return now;
        return { ...(target === store ? now : opened(pack.accountId)), entry: "open" };
      });
      return taken ? "open" : (failure ?? "other");
    },
    [store, accountId, learn],
  );
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    return () => {
      clearTimeout(first);
    };
  }, [refresh]);

  return { ...shown, online, superseded, left: others, store, sync, refresh };
}
