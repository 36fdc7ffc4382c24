import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";
import {
  currentPlace,
  placesOf,
  type Place,
  type PlaceCounts,
  type PlaceKey,
} from "@/components/shell/places";
import { SignOut } from "@/components/shell/sign-out";
import { SavedNote } from "@/components/shell/saved-note";
import { StrandedNote } from "@/components/shell/stranded-note";
import { Fold } from "@/components/ui/fold";
import type { FrameProps } from "@/lib/gate/page";
import type { HistoryLine } from "@/lib/journal/types";
import type { Viewer } from "@/lib/identity/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type OfficeFrameProps = {
  viewer: Viewer;
  path: string;
  receipt: HistoryLine | null;
  led: boolean;
  stranded: FrameProps["stranded"];
  illustrative: boolean;
  csrfToken: string;
  counts: PlaceCounts;
  /** On printed pages: who they come from, and when. */
  printed: { by: string | null; on: PlainDate };
  children: ReactNode;
};

/** How many wait there; nothing where nothing waits. */
const Count = ({ n, late }: { n: number | undefined; late: boolean }) =>
  n ? <span className={late ? "count late" : "count"}> {n}</span> : null;

/** How many places stand side by side in the bar of a phone; what is beyond them is one tap further. */
const inBar = 5;

type PlacesProps = { places: readonly Place[]; current: PlaceKey | null; counts: PlaceCounts };

async function PlaceLinks({ places, current, counts }: PlacesProps) {
  const words = await getTranslations("common");
  return places.map((place) => (
    <a key={place.key} href={place.href} aria-current={place.key === current ? "page" : undefined}>
      {words(`nav.${place.key}`)}
      <Count n={counts[place.key]} late={place.key === "overdue"} />
    </a>
  ));
}

async function Places({ places, ...rest }: PlacesProps) {
  const words = await getTranslations("common");
  const first = places.length > inBar ? inBar - 1 : inBar;
  return (
    <nav className="places" aria-label={words("mainNavigation")}>
      <PlaceLinks places={places.slice(0, first)} {...rest} />
      {places.length > first && (
        <Fold label={words("morePlaces")} className="more">
          <div>
            <PlaceLinks places={places.slice(first)} {...rest} />
          </div>
        </Fold>
      )}
    </nav>
  );
}

/** What surrounds each page after signing in: the places of one's role, who one is, and how to leave. */
export async function OfficeFrame({
  viewer,
  path,
  receipt,
  led,
  stranded,
  illustrative,
  csrfToken,
  counts,
  printed,
  children,
}: OfficeFrameProps) {
  const words = await getTranslations("common");
  const places = placesOf(viewer);
  const current = currentPlace(places, path);
  return (
    <div className="shell" data-account={viewer.accountId ?? ""}>
      <a className="skip" href="#content">
        {words("skip")}
      </a>
      <header className="rail">
        <Brand label={words("product")} href="/" />
        {illustrative && <div className="mark">{words("illustrative")}</div>}
        <Places places={places} current={current} counts={counts} />
        <Fold label={viewer.name} className="who">
          <div>
            <strong className="unfolded">{viewer.name}</strong>
            <div className="soft">{words(`role.${viewer.role}`)}</div>
            <div className="row who-links">
              <a href="/me">{words("myAccount")}</a> <a href="/help">{words("help")}</a>
              <form method="post" action={`/locale?next=${encodeURIComponent(path)}`}>
                <button className="link-button" aria-label={words("languageSwitch")}>
                  {words("language")}
                </button>
              </form>
              <SignOut
                accountId={viewer.accountId ?? ""}
                csrfToken={csrfToken}
                words={{
                  signOut: words("signOut"),
                  unsent: words.raw("signOutUnsent") as string,
                  toField: words("signOutToField"),
                  toFile: words("signOutExport"),
                  anyway: words("signOutAnyway"),
                }}
              />
            </div>
          </div>
        </Fold>
      </header>
      <main className="content" id="content">
        <p className="printed small">
          {words("printed", { by: printed.by ?? words("product"), date: formatDate(printed.on) })}
          {illustrative && ` · ${words("illustrative")}`}
        </p>
        {receipt && <SavedNote receipt={receipt} />}
        {led && (
          <p className="notice" role="status">
            {words("nothingLeft")}
          </p>
        )}
        {stranded && <StrandedNote {...stranded} />}
        {children}
      </main>
    </div>
  );
}
