/** What this browser gives the app, as it was found at the start. */
export type Device = {
  /** Only at a secure address does a browser let an app keep anything. */
  secure: boolean;
  /** What the app cannot do without and this browser does not know. */
  lacking: readonly string[];
  /** Whether its store of records opens; null where it does not answer. */
  store: boolean | null;
  /** Whether it can put the app itself on the device. */
  worker: boolean;
  /** Whether it keeps a few words for the other pages. */
  memory: boolean;
  /** Bytes left for this site; null where the browser does not say. */
  room: number | null;
  /** Whether it has promised not to clear what is kept; null where it does not say. */
  persisted: boolean | null;
};

export type StartNote =
  | "insecure"
  | "too-old"
  | "no-store"
  | "silent-store"
  | "no-worker"
  | "no-memory"
  | "little-room"
  | "not-persisted";

/** How long a store may take to answer, in milliseconds. */
export const storePatience = 8_000;

/** A day with some two hundred photographs, and the pack, with as much again to spare. */
export const littleRoom = 200 * 1024 * 1024;

/** Without these nothing can be recorded safely: the app does not open, and says why. */
const shutting: readonly StartNote[] = ["insecure", "too-old", "no-store", "silent-store"];
export const isShutting = (note: StartNote): boolean => shutting.includes(note);

/** What there is to say at the start: what shuts the app alone, else everything that is missing. */
export function notesOf({ secure, lacking, store, worker, memory, room, persisted }: Device): StartNote[] {
  if (!secure) return ["insecure"];
  if (lacking.length > 0) return ["too-old"];
  if (store === null) return ["silent-store"];
  if (!store) return ["no-store"];
  const missing: readonly (readonly [StartNote, boolean])[] = [
    ["no-worker", !worker],
    ["no-memory", !memory],
    ["little-room", room !== null && room < littleRoom],
    ["not-persisted", persisted === false],
  ];
  return missing.flatMap(([note, is]) => (is ? [note] : []));
}

export const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
