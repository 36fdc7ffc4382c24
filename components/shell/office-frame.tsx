import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";
import { currentPlace, placesOf, type PlaceCounts } from "@/components/shell/places";
import { SignOut } from "@/components/shell/sign-out";
import { SavedNote } from "@/components/shell/saved-note";
import type { HistoryEntry } from "@/lib/journal/types";
import type { Viewer } from "@/lib/identity/types";

export type OfficeFrameProps = {
  viewer: Viewer;
  path: string;
  receipt: HistoryEntry | null;
  illustrative: boolean;
  csrfToken: string;
  counts: PlaceCounts;
  children: ReactNode;
};

/** How many wait there; nothing where nothing waits. */
const Count = ({ n, late }: { n: number | undefined; late: boolean }) =>
  n ? <span className={late ? "count late" : "count"}> {n}</span> : null;

/** What surrounds each page after signing in: the places of one's role, who one is, and how to leave. */
export async function OfficeFrame({
  viewer,
  path,
  receipt,
  illustrative,
  csrfToken,
  counts,
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
        <nav className="places" aria-label={words("mainNavigation")}>
          {places.map((place) => (
            <a key={place.key} href={place.href} aria-current={place.key === current ? "page" : undefined}>
              {words(`nav.${place.key}`)}
              <Count n={counts[place.key]} late={place.key === "overdue"} />
            </a>
          ))}
        </nav>
        <div className="who">
          <div className="who-name">
            <strong>{viewer.name}</strong>
          </div>
          <div className="soft who-role">{words(`role.${viewer.role}`)}</div>
          <div className="row who-links">
            <a href="/me">{words("myAccount")}</a>
            <a href="/help">{words("help")}</a>
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
      </header>
      <main className="content" id="content">
        {illustrative && <div className="mark">{words("illustrative")}</div>}
        {receipt && <SavedNote receipt={receipt} />}
        {children}
      </main>
    </div>
  );
}
