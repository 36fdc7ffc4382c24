import type { MinutesRecord } from "@/lib/visits/minutes/types";

/** Of minutes whose signed text cannot be read no paper is made: it would say something else than was signed. */
export class UnreadableMinutes extends Error {
  override readonly name = "UnreadableMinutes";
  constructor(readonly version: number) {
    super(`minutes, version ${version}, cannot be read`);
  }
}

/** More papers with photographs are asked for at once than are made one after the other within a while. */
export class TooManyAtOnce extends Error {
  override readonly name = "TooManyAtOnce";
}

/** The minutes that a paper is made from. */
export function readable(minutes: readonly MinutesRecord[]): readonly MinutesRecord[] {
  const broken = minutes.find(({ unreadable }) => unreadable);
  if (broken) throw new UnreadableMinutes(broken.version);
  return minutes;
}
