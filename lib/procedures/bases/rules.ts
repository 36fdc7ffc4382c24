import { shownAs } from "@/lib/kernel/shown";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";

type Line = { law: Basis; provision: string };

/** One basis as it is written in its form, and read there again as the same. */
const basisText = ({ law, provision }: Line): string =>
  provision === "" ? shortName(law) : `${shortName(law)}, ${provisionText(provision)}`;

export const basesText = (bases: readonly Line[]): string => bases.map(basisText).join("\n");

/** By what a form tells which bases it was drawn with. */
export const basesShown = (bases: readonly Line[]): string => shownAs(bases.map(basisText).toSorted());

/** Of a document's texts, the newest first, the one whose bases are recorded: the draft, or the one that was approved last. */
export const textToBase = <Text extends { approvedOn: unknown; obsoleteOn: unknown }>(
  revisions: readonly Text[],
): Text | undefined =>
  revisions.find(({ approvedOn }) => approvedOn === null) ??
  revisions.find(({ obsoleteOn }) => obsoleteOn === null);
