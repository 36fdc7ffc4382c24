import { StartNotes } from "@/components/field/start-notes";
import { vietnamese } from "@/components/field/words";
import type { Device } from "@/lib/offline/device";

/** The app does not open here: nothing could be kept. It says why, and where recording is possible all the same. */
export function ShutDoor({ device }: { device: Device }) {
  const { field } = vietnamese;
  return (
    <main className="field-main stack">
      <h1>{field.title}</h1>
      <StartNotes device={device} words={field.start} />
      <p>
        {field.start.office} <a href="/audits">{field.office}</a>
      </p>
    </main>
  );
}
