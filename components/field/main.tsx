import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import "@/components/field/field.css";
import { FieldApp } from "@/components/field/app";
import { wordsIn } from "@/components/field/words";

const root = document.getElementById("field");

if (root && !("serviceWorker" in navigator && isSecureContext))
  root.textContent = wordsIn("vi").field.insecure;
else if (root) {
  void navigator.serviceWorker.register("/field-worker.js", { scope: "/field" });
  // The browser is asked not to clear what has not been sent when space runs short.
  void navigator.storage.persist();
  createRoot(root).render(
    <StrictMode>
      <FieldApp />
    </StrictMode>,
  );
}
