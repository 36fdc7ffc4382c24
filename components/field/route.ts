import { useEffect, useState } from "react";

export type Route = { visitId: string | null; part: string | null };

/** Places of the app stand behind the # of its one address, so that each opens without a network. */
const read = (): Route => {
  const [, place, visitId, part] = location.hash.split("/");
  if (place === "queue") return { visitId: null, part: "queue" };
  return { visitId: place === "v" && visitId ? visitId : null, part: part ?? null };
};

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const changed = () => {
      setRoute(read());
      scrollTo(0, 0);
      document.querySelector("h1")?.focus();
    };
    addEventListener("hashchange", changed);
    return () => {
      removeEventListener("hashchange", changed);
    };
  }, []);
  return route;
}

export const placeOf = (visitId: string, part?: string): string => `#/v/${visitId}${part ? `/${part}` : ""}`;
