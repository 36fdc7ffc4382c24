import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import "@/components/field/field.css";
import { FieldApp } from "@/components/field/app";
import { ShutDoor } from "@/components/field/shut-door";
import { isShutting, notesOf } from "@/lib/offline/device";
import { look } from "@/lib/offline/look";

async function open(root: HTMLElement): Promise<void> {
  const device = await look();
  const shut = notesOf(device).some(isShutting);
  if (!shut && device.worker) void navigator.serviceWorker.register("/field-worker.js", { scope: "/field" });
  createRoot(root).render(
    <StrictMode>{shut ? <ShutDoor device={device} /> : <FieldApp device={device} />}</StrictMode>,
  );
}

const root = document.getElementById("field");
if (root) void open(root);
