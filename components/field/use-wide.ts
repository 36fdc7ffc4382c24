import { useSyncExternalStore } from "react";

/** As the stylesheet says it: from here on there is room for two columns. */
const query = matchMedia("(min-width: 62rem)");

const watch = (changed: () => void): (() => void) => {
  query.addEventListener("change", changed);
  return () => {
    query.removeEventListener("change", changed);
  };
};

export const useWide = (): boolean => useSyncExternalStore(watch, () => query.matches);
