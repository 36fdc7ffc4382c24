import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { knowings } from "@/lib/legal/register/schema";
import type { Law } from "@/lib/legal/register/types";
import { legalDocumentKinds, legalLevels } from "@/lib/legal/types";

const dated = (day: PlainDate | null | undefined): string => (day ? formatDate(day) : "");
const known = (value: boolean | null): string => (value === null ? "unknown" : value ? "yes" : "no");

/** What is asked of a legal document, with what stands where one is corrected. */
export async function lawFields(law: Law | null): Promise<Field[]> {
  const words = await getTranslations("legal");
  return [
    {
      ...{ kind: "select", name: "kind", label: words("kindLabel"), value: law?.kind ?? "circular" },
      options: legalDocumentKinds.map((value) => ({ value, label: words(`kind.${value}`) })),
    },
    {
      ...{ kind: "text", name: "number", label: words("number"), hint: words("numberHint") },
      value: law?.number ?? "",
    },
    { kind: "text", name: "issuer", label: words("issuer"), value: law?.issuer ?? "" },
    {
      ...{ kind: "select", name: "level", label: words("levelLabel"), value: law?.level ?? "ministry" },
      options: legalLevels.map((value) => ({ value, label: words(`level.${value}`) })),
    },
    { kind: "date", name: "issuedOn", label: words("issuedOn"), value: dated(law?.issuedOn) },
    { kind: "textarea", name: "title", label: words("titleLabel"), rows: 3, value: law?.title ?? "" },
    {
      ...{ kind: "date", name: "inForceFrom", label: words("inForceFrom"), hint: words("unknownHint") },
      ...{ optional: true, value: dated(law?.inForceFrom) },
    },
    {
      ...{ kind: "date", name: "inForceTo", label: words("inForceTo"), hint: words("noneHint") },
      ...{ optional: true, value: dated(law?.inForceTo) },
    },
    {
      ...{ kind: "radios", name: "setsProcedures", label: words("setsProcedures") },
      ...{ hint: words("setsProceduresHint"), value: known(law?.setsProcedures ?? null) },
      options: knowings.map((value) => ({ value, label: words(`knowing.${value}`) })),
    },
    {
      ...{ kind: "radios", name: "shortened", label: words("shortened") },
      value: known(law?.shortened ?? false),
      options: (["no", "yes"] as const).map((value) => ({ value, label: words(`knowing.${value}`) })),
    },
    {
      ...{ kind: "radios", name: "verified", label: words("verifiedLabel"), hint: words("verifiedHint") },
      value: known(law?.verified ?? false),
      options: (["yes", "no"] as const).map((value) => ({ value, label: words(`knowing.${value}`) })),
    },
  ];
}
