import { useTranslations } from "next-intl";

import type { AdoptionRecord } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";

/** Why an agency is late, as it says itself, and since when it says so. */
export function Causes({ causes }: Pick<AdoptionRecord, "causes">) {
  const words = useTranslations("agencies");
  const names = useTranslations("adoption");
  return (
    <>
      {causes.map((cause) => (
        <div key={cause.statedOn}>
          {names(`reason.${cause.reason}`)}: {cause.note}{" "}
          <span className="soft">({words("statedOn", { date: formatDate(cause.statedOn) })})</span>
        </div>
      ))}
    </>
  );
}
