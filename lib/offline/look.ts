import { storePatience, type Device } from "@/lib/offline/device";

/** What the app calls, by the names a search finds: what is missing is told to whoever helps. */
const needed: Readonly<Record<string, () => unknown>> = {
  "Array.prototype.with": () => "with" in Array.prototype,
  "Array.prototype.toReversed": () => "toReversed" in Array.prototype,
  "AbortSignal.timeout": () => "timeout" in AbortSignal,
  "crypto.subtle": () => "subtle" in crypto,
  "navigator.locks": () => "locks" in navigator,
  createImageBitmap: () => "createImageBitmap" in globalThis,
  dialog: () => "showModal" in HTMLDialogElement.prototype,
  Worker: () => "Worker" in globalThis,
};

/** Asks without falling: a browser may throw where it only had to say no. */
const works = (ask: () => unknown): boolean => {
  try {
    return Boolean(ask());
  } catch {
    return false;
  }
};

const trial = "nenep-trial";

/** What is asked, or null where no answer comes. */
const inTime = <T>(asked: Promise<T>): Promise<T | null> => {
  let late: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    late = setTimeout(() => {
      resolve(null);
    }, storePatience);
  });
  return Promise.race([asked, silence]).finally(() => {
    clearTimeout(late);
  });
};

/** Opens a store of its own for a trial: a private window may know the word and refuse the thing. */
const storeOpens = (): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open(trial);
      request.onerror = () => {
        resolve(false);
      };
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(trial);
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });

const orNull = <T>(ask: () => Promise<T>): Promise<T | null> =>
  Promise.resolve()
    .then(ask)
    .catch(() => null);

async function roomLeft(): Promise<number | null> {
  const estimate = await orNull(() => navigator.storage.estimate());
  const { quota, usage } = estimate ?? {};
  return quota === undefined || usage === undefined ? null : quota - usage;
}

/** Looks at this browser, once, at the start. It is asked not to clear what has not been sent when space runs short. */
export async function look(): Promise<Device> {
  const secure = isSecureContext;
  const [store, room, persisted] = await Promise.all([
    inTime(storeOpens()),
    inTime(roomLeft()),
    inTime(orNull(() => navigator.storage.persist())),
  ]);
  return {
    ...{ secure, store, room, persisted },
    lacking: Object.entries(needed).flatMap(([name, ask]) => (works(ask) ? [] : [name])),
    worker: works(() => "serviceWorker" in navigator),
    memory: works(() => {
      localStorage.setItem(trial, "1");
      localStorage.removeItem(trial);
      return true;
    }),
  };
}
