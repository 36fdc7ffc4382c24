import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { Held, Item, HeldPhoto } from "@/lib/offline/types";

/** A photograph of a question as it is shown: held on this device, or known to the server since the visit was taken along. */
export type Pictured = {
  /** Of its bytes on the device. */
  id: string;
  /** Of its file on the server, once it is there. */
  fileId: string;
  sha256: string;
  fileName: string;
  caption: string;
  /** `new` may still be dropped or drawn over; `leaving` may have left; `there` is with the server. */
  standing: "new" | "leaving" | "there";
};

const standingOf = (item: Item | undefined): Pictured["standing"] => {
  if (item?.standing.state === "waiting") return item.tries === 0 ? "new" : "leaving";
  return item && item.standing.state !== "sent" ? "leaving" : "there";
};

type Packed = PackedVisit["photos"][string][number];

/** Did the site have an item only after the pack was made? By the site's own clock, where its receipt says so. */
const isNewer = ({ standing, recordedAt }: Item, packMadeAt: string): boolean =>
  standing.state !== "sent" || (standing.receipt.at ?? recordedAt) > packMadeAt;

/**
 * What is said of a picture: the last words of this device while they are newer than what was taken along, else the server's. A
 * pack of before captions has none.
 */
function captionOf(
  last: Item | undefined,
  packMadeAt: string,
  packed: Partial<Packed> | undefined,
  held: HeldPhoto | undefined,
): string {
  if (last?.body.kind === "caption" && isNewer(last, packMadeAt)) return last.body.caption;
  return packed?.caption ?? held?.caption ?? "";
}

/** Has this device taken a picture back, which the pack does not know of yet? One that was taken anew is there again. */
export function isTakenBack(held: Held, visitId: string, questionCode: string, sha256: string): boolean {
  const isPicture = (each: HeldPhoto): boolean =>
    each.visitId === visitId && each.questionCode === questionCode && each.sha256 === sha256;
  if (held.photos.some(isPicture)) return false;
  const last = held.items.findLast(
    ({ visitId: of, body }) =>
      of === visitId &&
      body.kind === "removal" &&
      body.questionCode === questionCode &&
      body.sha256 === sha256,
  );
  if (last?.standing.state !== "sent") return last?.standing.state === "waiting";
  return (last.standing.receipt.at ?? "") > (held.pack?.madeAt ?? "");
}

/** The photographs of a question, each picture once: a colleague may have sent the same. */
export function picturesOf(visit: Pick<PackedVisit, "id" | "photos">, held: Held, code: string): Pictured[] {
  const packed = (visit.photos[code] ?? []).filter(
    ({ sha256 }) => !isTakenBack(held, visit.id, code, sha256),
  );
  const own = held.photos.filter((photo) => photo.visitId === visit.id && photo.questionCode === code);
  const said = (sha256: string): Item | undefined =>
    held.items.findLast(
      ({ visitId, body }) =>
        visitId === visit.id &&
        body.kind === "caption" &&
        body.questionCode === code &&
        body.sha256 === sha256,
    );
  const pictured = (photo: Packed | HeldPhoto): Pictured => {
    const { id, sha256, fileName } = photo;
    const there = packed.find((each) => each.sha256 === sha256);
    const mine = own.find((each) => each.sha256 === sha256);
    const item = held.items.find((each) => each.id === mine?.id);
    return {
      id: mine?.id ?? id,
      fileId: there?.id ?? id,
      ...{ sha256, fileName },
      caption: captionOf(said(sha256), held.pack?.madeAt ?? "", there, mine),
      standing: there && !item ? "there" : standingOf(item),
    };
  };
  const all = [...packed, ...own].map(pictured);
  return all.filter((each, index) => all.findIndex(({ sha256 }) => sha256 === each.sha256) === index);
}
