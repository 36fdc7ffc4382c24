import { useTranslations } from "next-intl";

import { cancelAddress, undoingOf, type Corrections, type Entry } from "@/lib/corrections/types";

type Props = { code: string; corrections: Corrections; name: string } & Pick<Entry, "of" | "id">;

/** The way to cancel an entry, for whoever may; `name` tells one such link from another. */
export function CancelEntry({ code, corrections, name, ...entry }: Props) {
  const words = useTranslations("corrections");
  if (!corrections.cancellable.includes(entry.id)) return null;
  const undoing = undoingOf(entry.of);
  return (
    <a className="small no-print" href={cancelAddress(code, entry)}>
      {undoing === "entry" ? words("cancel") : words(`${undoing}.act`)}
      {name !== "" && <span className="visually-hidden">: {name}</span>}
    </a>
  );
}
