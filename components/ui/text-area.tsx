"use client";

import { useEffect, useRef, useState, type ComponentProps } from "react";

let pageIsAlive = false;

/** What somebody typed into a field before the scripts arrived; null afterwards, and where nothing was typed. */
function typedBefore(name: string): string | null {
  if (typeof document === "undefined" || pageIsAlive) return null;
  const [field] = document.getElementsByName(name);
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue ? field.value : null;
}

/**
 * A text area that keeps what was typed while the page was still coming to life: on a slow computer that takes seconds, and
 * React then puts the first text back.
 */
export function TextArea(props: ComponentProps<"textarea"> & { name: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => typedBefore(props.name));
  useEffect(() => {
    pageIsAlive = true;
    if (field.current && early !== null) field.current.value = early;
  }, [early]);
  return <textarea {...props} ref={field} />;
}
