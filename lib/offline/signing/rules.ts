import { minutesText } from "@/lib/visits/minutes/rules";
import { signerParts, type MinutesSheet, type Signature } from "@/lib/visits/minutes/types";
import { canonical } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { clean } from "@/lib/kernel/text";
import type { Difference, SealedCopy, ShownResult, Signer } from "@/lib/offline/signing/types";
import type { MinutesDraft } from "@/lib/offline/types";

type Content = { readonly [key: string]: Value };

/** The minutes apart: what was found, what the agency says of it, and who else signs. Whatever is sealed is in one of them. */
function partsOf(sheet: MinutesSheet): { found: Content; said: Content } {
  const content = JSON.parse(minutesText(sheet)) as Content;
  const findings = content["findings"] as readonly Content[];
  const statements = findings.flatMap(({ questionCode, statement }) =>
    statement === undefined ? [] : [[questionCode, statement]],
  );
  return {
    found: {
      ...without(content, ["representative", "signatories"]),
      findings: findings.map((finding) => without(finding, ["statement"])),
    },
    said: {
      ...without(content["representative"] as Content, ["signature"]),
      ...(statements.length > 0 && { findings: Object.fromEntries(statements) as Content }),
    },
  };
}

const without = (content: Content, names: readonly string[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));

/** What is read out, to the letter, with the result that is shown beside it. */
export const readText = (sheet: MinutesSheet, shown: ShownResult): string =>
  canonical({ ...partsOf(sheet).found, shown });

/** What a signature stands under: what was read out, and what the agency says of it under which name. */
export function signedText(sheet: MinutesSheet, shown: ShownResult): string {
  const { found, said } = partsOf(sheet);
  return canonical({ ...found, shown, said });
}

const isContent = (value: Value | undefined): value is Content =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Entries by name: of a list, by the question that each is about. */
function entriesOf(value: Value | undefined): Content | null {
  if (isContent(value)) return value;
  if (!Array.isArray(value)) return null;
  const all = value as readonly Value[];
  return Object.fromEntries(
    all.flatMap((each) => {
      const code = isContent(each) ? each["questionCode"] : null;
      return typeof code === "string" ? [[code, each]] : [];
    }),
  );
}

const same = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);

const namesOf = (a: Content, b: Content): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

/**
 * What differs between two such texts, as finely as it has a name. Where the texts differ there is always something: the wording
 * alone where nothing that was recorded is another.
 */
export function differences(before: string, now: string): Difference[] {
  const [a, b] = [JSON.parse(before) as Content, JSON.parse(now) as Content];
  const parts = namesOf(a, b).filter((part) => !same(a[part], b[part]));
  const recorded = parts.filter((part) => part !== "words");
  return (recorded.length === 0 ? parts : recorded).flatMap((part): Difference[] => {
    const [was, is] = [entriesOf(a[part]) ?? {}, entriesOf(b[part]) ?? {}];
    const named = namesOf(was, is).filter((name) => !same(was[name], is[name]));
    return named.length === 0 ? [{ part, of: null }] : named.map((of) => ({ part, of }));
  });
}

const isGiven = ({ kind }: Signature): boolean => kind !== "none";

/** Has anybody signed? */
export const isSigned = ({ representative, signatories = [] }: MinutesDraft): boolean =>
  [representative, ...signatories].some(({ signature }) => isGiven(signature));

const none: Signature = { kind: "none" };

const signatureOf = ({ representative, signatories = [] }: MinutesDraft, signer: Signer): Signature =>
  (signer === "representative" ? representative : signatories.find(({ part }) => part === signer))
    ?.signature ?? none;

const signers: readonly Signer[] = ["representative", ...signerParts];

/** Whose signature has been taken off, now or before: they are asked for it again. */
const alsoAsked = (
  draft: Pick<MinutesDraft, "signAgain">,
  taken: (signer: Signer) => boolean,
): readonly Signer[] => signers.filter((signer) => draft.signAgain?.includes(signer) || taken(signer));

/** An agreement or a dissent is to the text that was read; who was not there has said nothing of any. */
const unsaid = ({ representative, ...draft }: MinutesDraft): MinutesDraft => ({
  ...draft,
  representative: {
    ...representative,
    opinion: representative.opinion === "absent" ? "absent" : null,
  },
});

/** The text has been read out: what the agency said of another one it is asked again. */
export const read = (draft: MinutesDraft, text: string): MinutesDraft => ({
  ...(draft.readOver === undefined || draft.readOver === text ? draft : unsaid(draft)),
  readOver: text,
});

const unsigned = (draft: MinutesDraft): MinutesDraft => ({
  ...draft,
  signAgain: alsoAsked(draft, (signer) => isGiven(signatureOf(draft, signer))),
  representative: { ...draft.representative, signature: none },
  ...(draft.signatories && {
    signatories: draft.signatories.map((each) => ({ ...each, signature: none })),
  }),
  signedOver: undefined,
});

/**
 * A draft as it may stand over a text: whoever signed another text has not signed this one, and the agency is asked again what it
 * says, unless only that is another. What has changed is said until they sign again.
 */
export function standing(draft: MinutesDraft, text: string): MinutesDraft {
  if (!isSigned(draft) || draft.signedOver === text) return draft;
  const changedSince = sinceSigned(draft, text);
  const cleared = { ...unsigned(draft), changedSince };
  return changedSince.length > 0 && changedSince.every(({ part }) => part === "said")
    ? cleared
    : unsaid(cleared);
}

/** A signature of before texts were kept stands under nobody knows what. */
const sinceSigned = ({ signedOver }: MinutesDraft, text: string): Difference[] =>
  signedOver === undefined ? [] : differences(signedOver, text);

/** Signs, or takes a signature back: it binds the name to the text that is on the screen. */
export function signed(
  draft: MinutesDraft,
  text: string,
  signer: Signer,
  signature: Signature,
): MinutesDraft {
  const before = standing(draft, text);
  const next: MinutesDraft =
    signer === "representative"
      ? { ...before, representative: { ...before.representative, signature } }
      : {
          ...before,
          signatories: (before.signatories ?? []).map((each) =>
            each.part === signer ? { ...each, signature } : each,
          ),
        };
  if (!isSigned(next)) return { ...next, signedOver: undefined };
  const { byHand: hands = [] } = next;
  const left = isGiven(signature) ? hands.filter((each) => each !== signer) : hands;
  return { ...next, signedOver: text, changedSince: undefined, ...(next.byHand && { byHand: left }) };
}

/** Says that somebody signs on paper, or not: what they had signed here is taken off. */
export function byHand(draft: MinutesDraft, text: string, signer: Signer, isByHand: boolean): MinutesDraft {
  const next = isByHand ? signed(draft, text, signer, none) : draft;
  const others = (next.byHand ?? []).filter((each) => each !== signer);
  return { ...next, byHand: isByHand ? [...others, signer] : others };
}

/** Was somebody's signature taken off, who has neither signed again nor chosen to sign on paper? */
export function isMissing(draft: MinutesDraft, signer: Signer): boolean {
  const { signAgain = [], byHand: hands = [], signatories = [] } = draft;
  const isNamed =
    signer === "representative" ||
    signatories.some(({ part, name }) => part === signer && clean(name) !== "");
  return (
    isNamed && signAgain.includes(signer) && !hands.includes(signer) && !isGiven(signatureOf(draft, signer))
  );
}

/** Writes who a further signatory is: under another name or title nobody has signed. */
export function named(
  { signatories = [], ...draft }: MinutesDraft,
  part: NonNullable<MinutesDraft["signatories"]>[number]["part"],
  said: { name: string; title: string },
): MinutesDraft {
  const there = signatories.find((each) => each.part === part);
  const isSame = there?.name === said.name && there.title === said.title;
  const next = { part, ...said, signature: there && isSame ? there.signature : none };
  const all = there ? signatories.map((each) => (each.part === part ? next : each)) : [...signatories, next];
  const isTaken = !isSame && there !== undefined && isGiven(there.signature);
  const changed = {
    ...draft,
    signatories: all,
    ...(isTaken && { signAgain: alsoAsked(draft, (each) => each === part) }),
  };
  return isSigned(changed) ? changed : { ...changed, signedOver: undefined };
}

/** Was this very text read out before anybody signs? */
export const isRead = ({ readOver }: MinutesDraft, text: string): boolean => readOver === text;

/** They were not taken as minutes, and were put away: who signed them has signed nothing that stands, and reads and signs anew. */
export const reopened = (draft: MinutesDraft): MinutesDraft => ({
  ...unsigned(unsaid(draft)),
  readOver: undefined,
  changedSince: undefined,
});

const daysKept = 30;

/** Has the server a copy, as the minutes or as something else? */
export const isWithServer = ({ receipt, kept, away }: SealedCopy): boolean =>
  (receipt ?? kept ?? away) !== undefined;

/** Are there minutes to read after their visit is gone? For thirty days, and longer where they have not arrived. */
export const isReadable = ({ sealed }: MinutesDraft, now: Date): boolean =>
  sealed !== undefined &&
  (!isWithServer(sealed) || now.getTime() - Date.parse(sealed.sealedAt) <= daysKept * 86_400_000);

/** The copy with its receipt: from now on it no longer depends on the queue. */
export const arrived = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time }: { number: string; time: string },
): MinutesDraft => ({ ...draft, sealed: { ...sealed, receipt: { number, time } } });

/** The copy of minutes that came after others: they are kept word for word, and are not the ones that stand. */
export const keptBeside = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time }: { number: string; time: string },
): MinutesDraft => ({ ...draft, sealed: { ...sealed, kept: { number, time } } });

/** The copy of minutes that the server would not have: kept word for word, and no minutes. */
export const keptAway = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time }: { number: string; time: string },
): MinutesDraft => ({ ...draft, sealed: { ...sealed, away: { number, time } } });

const margin = 10;

/** The box around what is drawn, as an SVG names it: a signature is shown as large as its place allows, wherever it was put. */
export function boxAround(path: string): string {
  const numbers = path.match(/\d+/g)?.map(Number) ?? [];
  const [xs, ys] = [0, 1].map((rest) => numbers.filter((_number, index) => index % 2 === rest));
  const [left, top] = [Math.min(600, ...(xs ?? [])), Math.min(200, ...(ys ?? []))];
  const [right, bottom] = [Math.max(left, ...(xs ?? [])), Math.max(top, ...(ys ?? []))];
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].join(" ");
}

/** A stroke less: what was drawn last is taken back. */
export const withoutLastStroke = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf("M"))).trim();
