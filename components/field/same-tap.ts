import { useEffect, useRef } from "react";

import type { Route } from "@/components/field/route";

/** Where a finger came down, in pixels of the screen, and when, in milliseconds. */
export type Press = { x: number; y: number; at: number };

/** How far apart the two halves of a double tap come down. */
const spot = 24;
/** Who looks at what has come under the finger before pressing it takes longer, in milliseconds. */
const look = 700;

/** Is a press the second half of a double tap? `seenAt`: since when the screen shows what it shows. */
export const isSameTap = (before: Press, now: Press, seenAt: number): boolean =>
  Math.hypot(now.x - before.x, now.y - before.y) <= spot && now.at - Math.max(before.at, seenAt) < look;

const controlOf = ({ target }: Event): Element | null =>
  target instanceof Element
    ? target.closest("a, button, label, summary, select, input, textarea, canvas")
    : null;

/** How far down the page it stands, however far that is scrolled; null where it stands no longer. */
const placeOf = (control: Element): number | null =>
  control.isConnected ? Math.round(control.getBoundingClientRect().top + scrollY) : null;

type Last = { press: Press; control: Element; place: number | null; scrolled: number };

/** Has the page been scrolled since, and not only been cut short below by what went? */
const hasScrolled = ({ scrolled }: Last): boolean => {
  const { scrollHeight, clientHeight } = document.documentElement;
  const isCut = scrollY < scrolled && scrollY + clientHeight >= scrollHeight - 1;
  return scrollY !== scrolled && !isCut;
};

/**
 * Keeps a tap from answering what it was not aimed at: where a press has made its key go or move, a second one on the same spot does
 * nothing to what came there instead. A link is followed: it records nothing.
 */
export function useSameTap(route: Route): void {
  const seenAt = useRef(0);
  const last = useRef<Last>(null);
  const astray = useRef(false);
  useEffect(() => {
    seenAt.current = performance.now();
  }, [route]);
  useEffect(() => {
    const stop = (event: Event) => {
      if (!astray.current) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const pressed = (event: PointerEvent) => {
      const control = controlOf(event);
      const press = { x: event.clientX, y: event.clientY, at: event.timeStamp };
      const before = last.current;
      astray.current =
        before !== null &&
        control !== before.control &&
        control?.tagName !== "A" &&
        placeOf(before.control) !== before.place &&
        (seenAt.current > before.press.at || !hasScrolled(before)) &&
        isSameTap(before.press, press, seenAt.current);
      stop(event);
      // A third tap belongs to the first as the second does.
      if (astray.current && before) last.current = { ...before, press, scrolled: scrollY };
      else last.current = control && { press, control, place: placeOf(control), scrolled: scrollY };
    };
    // A key pressed or a name read out is no tap.
    const clicked = (event: MouseEvent) => {
      if (event.detail > 0) stop(event);
    };
    // Whoever has scrolled has looked.
    const looked = () => {
      last.current = null;
    };
    document.addEventListener("pointerdown", pressed, true);
    document.addEventListener("click", clicked, true);
    document.addEventListener("pointercancel", looked, true);
    document.addEventListener("wheel", looked, { capture: true, passive: true });
    return () => {
      document.removeEventListener("pointerdown", pressed, true);
      document.removeEventListener("click", clicked, true);
      document.removeEventListener("pointercancel", looked, true);
      document.removeEventListener("wheel", looked, true);
    };
  }, []);
}
