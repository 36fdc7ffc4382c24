import { useEffect } from "react";

import { RecheckView } from "@/components/field/recheck-view";
import { useHeldFiles } from "@/components/field/held-files";
import { HomeView } from "@/components/field/home-view";
import { QueueView } from "@/components/field/queue-view";
import { Closed } from "@/components/field/closed";
import { LeftNote } from "@/components/field/left-note";
import { AnotherNote } from "@/components/field/another-note";
import { NotTaken } from "@/components/field/not-taken";
import { Opening } from "@/components/field/opening";
import { PutAwayNote } from "@/components/field/put-away-note";
import { useArrival, useRoute, type Route } from "@/components/field/route";
import { sealedOf, visitOf } from "@/components/field/sealed";
import { useSameTap } from "@/components/field/same-tap";
import { GroupView } from "@/components/field/group-view";
import { SignatureNotice } from "@/components/field/signature-notice";
import { StartNotes } from "@/components/field/start-notes";
import { useRest, type RestActs } from "@/components/field/use-rest";
import { StatusLine } from "@/components/field/status-line";
import { useDay } from "@/components/field/use-day";
import { useField, type Fieldwork } from "@/components/field/use-field";
import { useMinutesPart, type MinutesPart } from "@/components/field/use-minutes-part";
import { useStandingSignatures } from "@/components/field/use-minutes";
import { UpdateNotice } from "@/components/field/update-notice";
import { useUpdate } from "@/components/field/use-update";
import { VisitView } from "@/components/field/visit-view";
import { useWording, type Wording } from "@/components/field/wording";
import { useWords } from "@/components/field/use-words";
import { vietnamese, type Words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Device } from "@/lib/offline/device";
import { isIllustrative } from "@/lib/offline/illustrative";
import { isClosed } from "@/lib/offline/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

type Open = {
  field: Fieldwork;
  held: Held;
  pack: HeldPack;
  day: PlainDate;
  store: FieldStore;
  words: Words;
  route: Route;
  part: MinutesPart;
};

const ofMinutes = ["check", "read", "sign", "print"];

function Place({ field, held, pack, day, store, words, route, part }: Open) {
  const { screens } = part;
  const rest = useRest(store);
  useHeldFiles(store);
  const visit = visitOf(route.visitId, pack, held);
  const sealed = visit ? sealedOf(visit.id, pack, day, held) : null;
  const isMinutes = sealed !== null || ofMinutes.includes(route.part ?? "");
  useArrival(route, sealed !== null);
  const wording = useWording(visit !== undefined);
  if (route.part === "queue") return <QueueView {...{ field, held, pack, day, store, words }} />;
  if (!visit && route.visitId && isClosed(held.items, route.visitId))
    return <Closed visitId={route.visitId} agency={null} held={held} words={words.field} />;
  if (!visit && route.visitId)
    return <NotTaken field={field} visitId={route.visitId} pack={pack} words={words.field} />;
  if (!visit) return <HomeView field={field} held={held} pack={pack} day={day} words={words} />;
  if (isMinutes && (!screens || !wording))
    return <Loading missing={part.missing || wording === false} words={words.field} />;
  if (screens && wording && route.part === "print")
    return (
      <screens.PrintView key={visit.id} {...{ visit, pack, day, held, store, wording, sealed, words }} />
    );
  if (screens && sealed)
    return <screens.SealedView key={visit.id} {...{ sealed, pack, held, store, words }} />;
  if (isClosed(held.items, visit.id))
    return <Closed visitId={visit.id} agency={visit.agencyName} held={held} words={words.field} />;
  return (
    <>
      <PutAwayNote visitId={visit.id} held={held} words={words} />
      <SignatureNotice {...{ visit, pack, day, held, wording, words }} isAtSigning={route.part === "sign"} />
      <OpenVisit {...{ visit, held, pack, day, store, rest, wording, words, route, part }} />
    </>
  );
}

type AtVisit = Omit<Open, "field"> & {
  visit: PackedVisit;
  rest: RestActs;
  wording: Wording | null | false;
};

/** A visit that is not sealed yet: each of its screens takes what is written. */
function OpenVisit({ visit, held, pack, day, store, rest, wording, words, route, part }: AtVisit) {
  const group = visit.checklist.groups.find((each) => each.code === route.part);
  if (group)
    return (
      <GroupView
        key={`${visit.id} ${group.code}`}
        visit={visit}
        group={group}
        held={held}
        store={store}
        rest={rest}
        words={words}
      />
    );
  if (route.part === "before")
    return <RecheckView key={visit.id} visit={visit} held={held} store={store} words={words} />;
  const at = { visit, pack, day, held, store, words };
  const { screens } = part;
  if (!screens || !wording) return <VisitView key={visit.id} {...at} />;
  switch (route.part) {
    case "check":
      return <screens.CheckView key={visit.id} {...at} wording={wording} />;
    case "read":
      return <screens.ReadView key={visit.id} {...at} wording={wording} />;
    case "sign":
      return <screens.SignView key={visit.id} {...at} wording={wording} />;
    case null:
    default:
      return <VisitView key={visit.id} {...at} />;
  }
}

/** The screens of the minutes are on their way, or not to be had without a network. */
function Loading({ missing, words }: { missing: boolean; words: Words["field"] }) {
  if (!missing) return <p>{words.loading}</p>;
  return (
    <div className="notice bad" role="alert">
      <p>{words.partMissing}</p>
      <button
        type="button"
        className="button second"
        onClick={() => {
          location.reload();
        }}
      >
        {words.update.reload}
      </button>
    </div>
  );
}

const needed = { "signed-out": "needSignIn", unreachable: "needNetwork" } as const;

const SignIn = ({ words }: { words: Words["field"] }) => (
  <p>
    <a className="button" href="/sign-in?next=/field">
      {words.ofOthers.enter}
    </a>
  </p>
);

/** Nothing of whoever is signed in is on the device: what to do about it. */
function Empty({ field, words }: { field: Fieldwork; words: Words["field"] }) {
  const { entry, signedOut } = field;
  if (signedOut)
    return (
      <div className="stack">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.ofOthers.nobody}</p>
        <LeftNote field={field} words={words} />
        <SignIn words={words} />
      </div>
    );
  if (entry === "opening" || entry === "open")
    return field.held === null && field.store ? <Opening words={words} /> : <p>{words.loading}</p>;
  if (entry === "full" || entry === "sealed" || entry === "closed" || entry === "other")
    return (
      <div className="notice bad" role="alert">
        <p>{fill(words.save[entry], { what: words.save.pack })}</p>
        <button type="button" className="button second" onClick={() => void field.refresh()}>
          {words.save.again}
        </button>
      </div>
    );
  return (
    <div className="stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>
        {entry === "signed-out" || entry === "unreachable" ? words[needed[entry]] : words.refreshed[entry]}
      </p>
      {entry === "signed-out" && <SignIn words={words} />}
      {entry !== "signed-out" && entry !== "no-recorder" && (
        <button type="button" className="button" onClick={() => void field.refresh()}>
          {words.refresh}
        </button>
      )}
      <LeftNote field={field} words={words} />
      {entry === "no-recorder" && (
        <p>
          <a href="/">{words.office}</a>
        </p>
      )}
    </div>
  );
}

const languageOf = (pack: FieldPack | null): "vi" | "en" => pack?.locale ?? "vi";

/** The whole app, with and without a network. */
export function FieldApp({ device }: { device: Device }) {
  const field = useField(vietnamese.problems["may-not-record"]);
  const route = useRoute();
  useSameTap(route);
  const { held, store } = field;
  const update = useUpdate(store?.saving);
  const pack = held?.pack ?? null;
  const day = useDay(pack);
  const locale = languageOf(pack);
  const part = useMinutesPart();
  useStandingSignatures(pack, day, held, store);
  const words = useWords(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    if (words) document.title = `${words.field.title} – Nề Nếp`;
  }, [locale, words]);
  if (!words) return null;
  return (
    <>
      <header className="field-head">
        <a href="#/">Nề Nếp</a>
        {(pack?.illustrative ?? isIllustrative()) && (
          <span className="field-mark">{words.field.illustrative}</span>
        )}
        <StatusLine field={field} words={words.field} />
      </header>
      <main className="field-main">
        <AnotherNote field={field} words={words.field} />
        {route.visitId === null && route.part === null && (
          <StartNotes device={device} words={words.field.start} />
        )}
        <UpdateNotice
          update={update}
          superseded={field.superseded}
          saving={store?.saving}
          words={words.field.update}
        />
        {held && pack && day && store ? (
          <Place {...{ field, held, pack, day, store, words, route, part }} />
        ) : (
          <Empty field={field} words={words.field} />
        )}
      </main>
    </>
  );
}
