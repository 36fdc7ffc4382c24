import { broughtBy } from "@/lib/offline/handover/brought/rules";
import { mostPhotos } from "@/lib/visits/photos/rules";
import { isBlank, merge, same, type Said, type Sides } from "@/lib/offline/merge/rules";
import type {
  Differing,
  Handed,
  Handover,
  Heard,
  Taken,
  Told,
  ToldPhoto,
  ToldRecheck,
  ToldSheet,
} from "@/lib/offline/handover/types";
import type { Choice, RecheckDraft, SheetAnswers } from "@/lib/offline/types";

type By<T> = Readonly<Record<string, T>>;

const answersOf = (sheets: readonly ToldSheet[]): SheetAnswers =>
  Object.assign({}, ...sheets.map(({ answers }) => answers)) as SheetAnswers;

const draftOf = ({ outcome, note }: RecheckDraft): RecheckDraft => ({ outcome, note });

const draftsOf = (rechecks: readonly ToldRecheck[]): By<RecheckDraft> =>
  Object.fromEntries(rechecks.map((each) => [each.findingId, draftOf(each)]));

/** A picture of a question, by its bytes. */
export const pictureKey = ({ questionCode, sha256 }: Pick<ToldPhoto, "questionCode" | "sha256">): string =>
  `${questionCode} ${sha256}`;

const captionsOf = (photos: readonly ToldPhoto[]): By<string> =>
  Object.fromEntries(photos.map((photo) => [pictureKey(photo), photo.caption]));

/** What two phones say alike. */
const alike = <T extends Said>(a: By<T>, b: By<T>): By<T> =>
  Object.fromEntries(Object.entries(a).filter(([code, said]) => same(said, b[code])));

type Copy<T> = { version: number; base: By<T> };

/**
 * What two copies began with: what the server had said to the one that has heard less of it. Of one version the phones must agree
 * about what it was; what only one of them knows is asked rather than decided.
 */
function begunWith<T extends Said>(mine: Copy<T>, theirs: Copy<T>): By<T> {
  if (mine.version === theirs.version) return alike(mine.base, theirs.base);
  return mine.version < theirs.version ? mine.base : theirs.base;
}

const noCopy = { version: 0, base: {} };

const sheetsBegunWith = (mine: Told, theirs: Told): SheetAnswers =>
  Object.assign(
    {},
    ...theirs.sheets.map((sheet) =>
      begunWith(mine.sheets.find(({ groupCode }) => groupCode === sheet.groupCode) ?? noCopy, sheet),
    ),
  ) as SheetAnswers;

const copyOf = ({ findingId, version, base }: ToldRecheck): Copy<RecheckDraft> => ({
  version,
  base: base ? { [findingId]: draftOf(base) } : {},
});

const rechecksBegunWith = (mine: Told, theirs: Told): By<RecheckDraft> =>
  Object.assign(
    {},
    ...theirs.rechecks.map((recheck) => {
      const own = mine.rechecks.find(({ findingId }) => findingId === recheck.findingId);
      return begunWith(own ? copyOf(own) : noCopy, copyOf(recheck));
    }),
  ) as By<RecheckDraft>;

const without = <T extends Said>(answers: By<T>, base: By<T>): By<T> =>
  Object.fromEntries(
    Object.entries(answers).filter(([code, said]) => !isBlank(said) || !isBlank(base[code])),
  );

type Together<T> = { changed: By<T>; asked: readonly string[] };

/** Two copies brought together: what that changes of one's own, and what a person has to decide. A blank is no answer to anything. */
function together<T extends Said>({ base, mine, theirs }: Sides<T>): Together<T> {
  const { answers, asked } = merge<T>({ base, mine: without(mine, base), theirs: without(theirs, base) });
  const changed = Object.entries(answers).filter(([code, said]) => !same(said, mine[code]));
  return { changed: Object.fromEntries(changed), asked };
}

const toldOf = (handed: Handed): Omit<Heard, "turn"> => ({
  answers: answersOf(handed.sheets),
  rechecks: draftsOf(handed.rechecks),
  captions: captionsOf(handed.photos),
});

const byGroup = (changed: SheetAnswers, sheets: readonly ToldSheet[]): By<SheetAnswers> =>
  Object.fromEntries(
    sheets.flatMap(({ groupCode, answers }) => {
      const own = Object.entries(changed).filter(([code]) => code in answers);
      return own.length === 0 ? [] : [[groupCode, Object.fromEntries(own)]];
    }),
  );

const asSaid = (captions: By<string> = {}): By<Said> =>
  Object.fromEntries(Object.entries(captions).map(([key, note]) => [key, { outcome: null, note }]));

/** Words about pictures that both have: who last changed them has the word, and one's own stands where both did. */
function captionsTaken(
  mine: Told,
  heard: Heard | undefined,
  theirs: readonly ToldPhoto[],
): Taken["captions"] {
  const own = asSaid(captionsOf(mine.photos));
  const shared = theirs.filter((photo) => pictureKey(photo) in own);
  const sides = { base: asSaid(heard?.captions), mine: own, theirs: asSaid(captionsOf(shared)) };
  const { changed } = together(sides);
  return shared.flatMap(({ questionCode, sha256, caption }) =>
    changed[pictureKey({ questionCode, sha256 })] ? [{ questionCode, sha256, caption }] : [],
  );
}

/** Pictures that are not here, as many as their question has room for: the others stay with the phone that took them. */
function photosTaken(mine: Told, theirs: readonly ToldPhoto[]): ToldPhoto[] {
  const own = new Set(mine.photos.map(pictureKey));
  const taken: ToldPhoto[] = [];
  for (const photo of theirs) {
    const there = [...mine.photos, ...taken].filter(
      ({ questionCode }) => questionCode === photo.questionCode,
    );
    if (!own.has(pictureKey(photo)) && there.length < mostPhotos) taken.push(photo);
  }
  return taken;
}

const saidIn = ({ of, code }: Differing, told: Omit<Heard, "turn">): Said | undefined =>
  of === "answer" ? told.answers[code] : told.rechecks[code];

/** What the phone says differently that a person has to decide about. */
function differingIn(
  handed: Handed,
  answers: readonly string[],
  rechecks: readonly string[],
): readonly Differing[] {
  const { phone, name, madeAt } = handed;
  const from = { phone, name, madeAt };
  return [
    ...handed.sheets.flatMap(({ groupCode, answers: theirs }) =>
      answers.flatMap((code): Differing[] =>
        theirs[code] ? [{ of: "answer", groupCode, code, theirs: theirs[code], ...from }] : [],
      ),
    ),
    ...handed.rechecks
      .filter(({ findingId }) => rechecks.includes(findingId))
      .map((each): Differing => ({ of: "recheck", code: each.findingId, theirs: draftOf(each), ...from })),
  ];
}

/**
 * Takes in what another phone says of the same visit, against what was last heard of that phone; null where nothing in it is newer.
 * What only one of them changed is taken, what both changed differently is left to a person, and one's own stands until then.
 */
export function takenIn(mine: Told, handed: Handed, handover: Handover): Taken | null {
  const { phone, turn } = handed;
  const heard = handover.heard[phone];
  if (phone === handover.phone || (heard && heard.turn >= turn)) return null;
  const told = toldOf(handed);
  const answers = together({
    base: { ...sheetsBegunWith(mine, handed), ...heard?.answers },
    mine: answersOf(mine.sheets),
    theirs: told.answers,
  });
  const rechecks = together<RecheckDraft>({
    base: { ...rechecksBegunWith(mine, handed), ...heard?.rechecks },
    mine: draftsOf(mine.rechecks),
    theirs: told.rechecks,
  });
  const still = handover.open.filter((each) => each.phone !== phone || same(saidIn(each, told), each.theirs));
  const groups = byGroup(answers.changed, handed.sheets);
  return {
    answers: groups,
    rechecks: rechecks.changed,
    captions: captionsTaken(mine, heard, handed.photos),
    photos: photosTaken(mine, handed.photos),
    handover: {
      ...handover,
      heard: { ...handover.heard, [phone]: { turn, ...told } },
      open: [...still, ...differingIn(handed, answers.asked, rechecks.asked)],
      brought: { ...handover.brought, ...broughtBy(groups, handed, mine, handover) },
    },
  };
}

const isThe = (a: Differing, b: Differing): boolean =>
  a.phone === b.phone && a.of === b.of && a.code === b.code;

/** The same, with one thing decided: an answer of the other's that was chosen is theirs like those that came unasked. */
export function decided(handover: Handover, about: Differing, choice: Choice): Handover {
  const open = handover.open.filter((each) => !isThe(each, about));
  const brought = about.of === "answer" ? handover.brought?.[about.groupCode] : undefined;
  if (about.of !== "answer" || choice === "mine" || !brought) return { ...handover, open };
  const taken = {
    ...brought,
    answers: { ...brought.answers, [about.code]: about.theirs },
    own: brought.own?.filter((code) => code !== about.code) ?? [],
  };
  return { ...handover, open, brought: { ...handover.brought, [about.groupCode]: taken } };
}

/** What is still to be decided: where one's own says the same by now, nothing is. */
export const undecided = (
  handover: Handover | undefined,
  mine: Pick<Heard, "answers" | "rechecks">,
): readonly Differing[] =>
  (handover?.open ?? []).filter(
    (each) => !same(each.of === "answer" ? mine.answers[each.code] : mine.rechecks[each.code], each.theirs),
  );

type Kind = Differing["of"];

/** Has this been heard of another phone, and nothing been left to decide about it? Then one's own was written knowing it. */
export const knew = (handover: Handover | undefined, of: Kind, code: string, theirs: Said): boolean =>
  handover !== undefined &&
  !handover.open.some((each) => each.of === of && each.code === code) &&
  Object.values(handover.heard).some(({ answers, rechecks }) =>
    same((of === "answer" ? answers : rechecks)[code], theirs),
  );
