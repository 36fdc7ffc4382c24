import { useEffect } from "react";

/** Nothing is folded on paper: what is not open opens for the print, and folds again behind it. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    let folded: readonly HTMLDetailsElement[] = [];
    const unfold = () => {
      folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
      for (const each of folded) each.open = true;
    };
    const fold = () => {
      for (const each of folded) each.open = false;
      folded = [];
    };
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", fold);
    return () => {
      removeEventListener("beforeprint", unfold);
      removeEventListener("afterprint", fold);
    };
  }, []);
}
