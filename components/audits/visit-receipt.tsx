import { useTranslations } from "next-intl";

import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import { formatInstant } from "@/lib/kernel/format";

/** What has happened, under which number, and what comes next. */
export function VisitReceipt({ visit, result }: { visit: VisitRecord; result: IssuedResult }) {
  const words = useTranslations("audits");
  return (
    <div className="stack">
      <h1>{words("receiptTitle")}</h1>
      <p>{visit.agencyName}</p>
      <p className="notice good">
        {words("receiptText", { number: result.receiptNo, at: formatInstant(result.receivedAt) })}
      </p>
      <p>{words("receiptNext")}</p>
      <a className="button second" href={`/audits/${visit.id}`}>
        {words("receiptView")}
      </a>
    </div>
  );
}
