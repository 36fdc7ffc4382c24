import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import "@/components/field/field.css";
import { FieldApp } from "@/components/field/app";
import { ShutDoor } from "@/components/field/shut-door";
import { vietnamese } from "@/components/field/words";
import { isShutting, notesOf } from "@/lib/offline/device";
import { look } from "@/lib/offline/look";

async function open(root: HTMLElement): Promise<void> {
  const view = createRoot(root);
  // What the page says of browsers in which no script runs stands no longer than until one does.
  view.render(<main className="field-main">{vietnamese.field.loading}</main>);
  const device = await look();
  const shut = notesOf(device).some(isShutting);
  if (!shut && device.worker) void navigator.serviceWorker.register("/field-worker.js", { scope: "/field" });
  view.render(<StrictMode>{shut ? <ShutDoor device={device} /> : <FieldApp device={device} />}</StrictMode>);
}

const root = document.getElementById("field");
if (root) void open(root);
