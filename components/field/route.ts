import { useEffect, useState } from "react";

export type Route = {
  visitId: string | null;
  part: string | null;
  /** The question that is sought in its group. */
  question: string | null;
};

/** Places of the app stand behind the # of its one address, so that each opens without a network. */
const read = (): Route => {
  const [, place, visitId, part, question] = location.hash.split("/");
  if (place === "queue") return { visitId: null, part: "queue", question: null };
  return {
    visitId: place === "v" && visitId ? visitId : null,
    part: part ?? null,
    question: question ?? null,
  };
};

/** Where the app is. A link to where one is already arrives there once more: a new route of the same place. */
export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const changed = () => {
      setRoute(read());
    };
    const again = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link?.getAttribute("href") === location.hash) changed();
    };
    addEventListener("hashchange", changed);
    addEventListener("click", again);
    return () => {
      removeEventListener("hashchange", changed);
      removeEventListener("click", again);
    };
  }, []);
  return route;
}

export const questionId = (code: string): string => `question-${code.replace(".", "-")}`;

/**
 * Brings what was sought before the eyes and under the hands: the question's choice, or else the heading of the place. Once it is
 * sealed, a visit is another place.
 */
export function useArrival(route: Route, isSealed: boolean): void {
  const [first] = useState({ route, isSealed });
  useEffect(() => {
    const question = route.question && document.getElementById(questionId(route.question));
    if (question) {
      question.scrollIntoView({ block: "start", behavior: "instant" });
      const choice = question.querySelector<HTMLElement>("input:checked") ?? question.querySelector("input");
      choice?.focus({ preventScroll: true });
    } else if (route !== first.route || isSealed !== first.isSealed) {
      scrollTo({ top: 0, behavior: "instant" });
      document.querySelector("h1")?.focus({ preventScroll: true });
    }
  }, [route, isSealed, first]);
}

export const placeOf = (visitId: string, part?: string, question?: string): string =>
  ["#/v", visitId, part, question].filter(Boolean).join("/");
