import { takeOver } from "@/lib/offline/edition";

/** The part of a service worker's world that is used here: the compiler knows only that of a page. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = Event & { data: unknown };
type WorkerWorld = {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((event: "install" | "activate", heard: (event: Lasting) => void) => void) &
    ((event: "message", heard: (event: Told) => void) => void) &
    ((event: "fetch", heard: (event: Asked) => void) => void);
};
const worker = self as unknown as WorkerWorld;

/** Both are written in by the build: what belongs to the app, and one name for all of it. */
declare const FIELD_FILES: readonly string[];
declare const FIELD_EDITION: string;

const shelf = `nenep-field-${FIELD_EDITION}`;

/**
 * The app is put on the device whole or not at all: `addAll` fails when one file is missing. Beside an edition that is in use a
 * newer one waits until somebody takes it.
 */
const install = async (): Promise<void> => {
  const cache = await caches.open(shelf);
  await cache.addAll(FIELD_FILES.map((path) => new Request(path, { cache: "reload" })));
};

const activate = async (): Promise<void> => {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("nenep-field-") && name !== shelf);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

const answer = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, { cacheName: shelf })) ?? fetch(request);

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
});
worker.addEventListener("message", (event) => {
  if (event.data === takeOver) void worker.skipWaiting();
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});
worker.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin || event.request.method !== "GET") return;
  if (FIELD_FILES.includes(pathname)) event.respondWith(answer(event.request, pathname));
});
