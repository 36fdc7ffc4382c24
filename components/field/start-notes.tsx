import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { isShutting, megabytes, notesOf, type Device } from "@/lib/offline/device";

export type StartNotesProps = { device: Device; words: Words["field"]["start"] };

/** What this browser does not give, said before anything is recorded: what is missing, what it costs, what to do. */
export function StartNotes({ device, words }: StartNotesProps) {
  const notes = notesOf(device);
  if (notes.length === 0) return null;
  const values = { lacking: device.lacking.join(", "), room: megabytes(device.room ?? 0) };
  return (
    <div
      className={notes.some(isShutting) ? "notice bad stack start-notes" : "notice watch stack start-notes"}
    >
      {notes.map((note) => (
        <p key={note}>{fill(words[note], values)}</p>
      ))}
    </div>
  );
}
