import { signerParts, type Signature } from "@/lib/visits/minutes/types";
import { clean } from "@/lib/kernel/text";
import { differences } from "@/lib/offline/signing/texts/rules";
import type { Difference, Signer } from "@/lib/offline/signing/types";
import type { MinutesDraft } from "@/lib/offline/types";

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
