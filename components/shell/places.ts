import type { Viewer } from "@/lib/identity/types";

export type PlaceKey =
  | "dashboard"
  | "agencies"
  | "overdue"
  | "audits"
  | "findings"
  | "today"
  | "desk"
  | "documents"
  | "policy"
  | "laws"
  | "agency"
  | "accounts"
  | "appointments"
  | "mails"
  | "imports"
  | "history";

/** How many things wait at a place. */
export type PlaceCounts = Partial<Record<PlaceKey, number>>;

export type Place = { key: PlaceKey; href: string };

/** The few places a role needs, most needed first. */
export function placesOf({ role, agencyCode }: Pick<Viewer, "role" | "agencyCode">): Place[] {
  const own = `/agencies/${agencyCode ?? ""}`;
  const agencyPlaces: Place[] = [
    { key: "desk", href: "/desk" },
    { key: "documents", href: `${own}/documents` },
    { key: "policy", href: `${own}/policy` },
    { key: "audits", href: "/audits" },
    { key: "findings", href: "/findings" },
    { key: "laws", href: "/laws" },
    { key: "agency", href: own },
  ];
  const places = {
    leader: [
      { key: "dashboard", href: "/dashboard" },
      { key: "agencies", href: "/agencies" },
      { key: "overdue", href: "/agencies?overdue=1" },
      { key: "audits", href: "/audits" },
      { key: "findings", href: "/findings" },
      { key: "laws", href: "/laws" },
    ],
    inspector: [
      { key: "today", href: "/today" },
      { key: "audits", href: "/audits" },
      { key: "findings", href: "/findings" },
      { key: "agencies", href: "/agencies" },
      { key: "laws", href: "/laws" },
      { key: "dashboard", href: "/dashboard" },
    ],
    officer: agencyPlaces,
    head: agencyPlaces,
    admin: [
      { key: "accounts", href: "/accounts" },
      { key: "appointments", href: "/appointments" },
      { key: "mails", href: "/mails" },
      { key: "imports", href: "/imports" },
      { key: "history", href: "/history" },
    ],
    system: [],
  } satisfies Record<Viewer["role"], Place[]>;
  return places[role];
}

/** The place whose address is the longest beginning of the path being shown. */
export function currentPlace(places: readonly Place[], path: string): PlaceKey | null {
  const exact = places.find((place) => place.href === path);
  if (exact) return exact.key;
  const [bare = ""] = path.split("?");
  const under = places
    .filter(
      (place) => !place.href.includes("?") && (bare === place.href || bare.startsWith(`${place.href}/`)),
    )
    .sort((a, b) => b.href.length - a.href.length);
  return under[0]?.key ?? null;
}
