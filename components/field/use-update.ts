import { useEffect, useRef, useState } from "react";

import { takeOver } from "@/lib/offline/edition";
import type { Saving } from "@/lib/offline/saving";

export type Update = {
  /** A newer edition is on the device and waits. */
  waiting: boolean;
  /** Another window has taken it: this page is of an edition that is gone. */
  replaced: boolean;
  /** Takes it, once everything is on the device. */
  take: () => Promise<void>;
};

/** Watches one registration; gives back how to stop. `look` is told whenever something may wait. */
function watch(registration: ServiceWorkerRegistration, look: () => void): () => void {
  const found = () => {
    registration.installing?.addEventListener("statechange", look);
  };
  const ask = () => {
    if (document.visibilityState === "visible" && navigator.onLine)
      void registration.update().catch(() => undefined);
  };
  registration.addEventListener("updatefound", found);
  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
  found();
  look();
  return () => {
    registration.removeEventListener("updatefound", found);
    document.removeEventListener("visibilitychange", ask);
    removeEventListener("online", ask);
  };
}

/** A page that goes, however it goes, asks first while something would be lost with it. */
function useLeaveAsked(saving: Saving | undefined): void {
  useEffect(() => {
    if (!saving) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (saving.wouldLose(Date.now()) === 0) return;
      event.preventDefault();
      // Browsers of before listen to this alone.
      Object.assign(event, { returnValue: "unsaved" });
    };
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("beforeunload", ask);
    };
  }, [saving]);
}

/**
 * A newer edition of the app waits until its person takes it; nothing is loaded again by itself, and not while something that was
 * typed is on this page alone.
 */
export function useUpdate(saving: Saving | undefined): Update {
  useLeaveAsked(saving);
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const [replaced, setReplaced] = useState(false);
  const asked = useRef(false);
  useEffect(() => {
    // A private window may have none.
    if (!("serviceWorker" in navigator)) return undefined;
    const { serviceWorker } = navigator;
    let controlled = serviceWorker.controller !== null;
    let stop: (() => void) | undefined;
    const changed = () => {
      // The first worker of a page takes the place of none.
      if (controlled && asked.current) location.reload();
      else if (controlled) setReplaced(true);
      controlled = true;
    };
    serviceWorker.addEventListener("controllerchange", changed);
    void serviceWorker.ready.then((registration) => {
      stop = watch(registration, () => {
        setWaiting(serviceWorker.controller && registration.waiting);
      });
    });
    return () => {
      serviceWorker.removeEventListener("controllerchange", changed);
      stop?.();
    };
  }, []);
  const take = async (): Promise<void> => {
    if (saving && !(await saving.settle())) return;
    asked.current = true;
    waiting?.postMessage(takeOver);
  };
  return { waiting: waiting !== null, replaced, take };
}
