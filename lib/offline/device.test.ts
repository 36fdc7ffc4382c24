import { expect, it } from "vitest";

import { isShutting, littleRoom, megabytes, notesOf, type Device } from "@/lib/offline/device";

const good: Device = {
  ...{ secure: true, lacking: [], store: true, worker: true, memory: true },
  ...{ room: 5e9, persisted: true },
};

it.each<[string, Partial<Device>, string[]]>([
  ["a good browser", {}, []],
  ["a browser that does not say how much room there is", { room: null, persisted: null }, []],
  ["an address without https", { secure: false, store: false, lacking: ["locks"] }, ["insecure"]],
  ["an old browser", { lacking: ["Array.prototype.with"], worker: false }, ["too-old"]],
  ["a browser that refuses its store", { store: false, memory: false }, ["no-store"]],
  ["a browser whose store does not answer", { store: null, persisted: null }, ["silent-store"]],
  ["a private window", { worker: false, persisted: false }, ["no-worker", "not-persisted"]],
  ["a browser that forgets", { memory: false }, ["no-memory"]],
  ["just enough room", { room: littleRoom }, []],
  ["little room", { room: littleRoom - 1 }, ["little-room"]],
  [
    "everything at once",
    { worker: false, memory: false, room: 0, persisted: false },
    ["no-worker", "no-memory", "little-room", "not-persisted"],
  ],
])("%s", (_name, less, notes) => {
  expect(notesOf({ ...good, ...less })).toEqual(notes);
});

it("shuts only where nothing could be recorded safely", () => {
  const all = [
    "insecure",
    "too-old",
    "no-store",
    "silent-store",
    "no-worker",
    "no-memory",
    "little-room",
    "not-persisted",
  ];
  expect(all.filter((note) => isShutting(note as never))).toEqual([
    "insecure",
    "too-old",
    "no-store",
    "silent-store",
  ]);
});

it("says room in whole megabytes, never more than there is", () => {
  expect([0, 1048575, 1048576, 209715200].map(megabytes)).toEqual([0, 0, 1, 200]);
});
