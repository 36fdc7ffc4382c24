import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import type { MilestoneKind } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { ReviewKind } from "@/lib/self-reviews/types";
import type { Unscanned } from "@/lib/files/scans/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { acceptOf } from "@/lib/files/types";

/** A record as people call it: kinds by their words, a declaration by its number, a posting by its place. */
async function nameOf({ of, name }: Unscanned): Promise<string> {
  switch (of) {
    case "review":
      return (await getTranslations("reviews"))(`kind.${name as ReviewKind}`);
    case "milestone":
      return (await getTranslations("adoption"))(`milestone.${name as MilestoneKind}`);
    case "declaration":
    case "posting":
      return (await getTranslations("files"))(`scanOf.${of}`, { name });
  }
}

export type ScanPageProps = {
  agency: AgencyIdentity;
  record: Unscanned;
  action: FormAction;
  initial: FormState;
};

/** Gives a record the paper it was recorded without. */
export async function ScanPage({ agency, record, action, initial }: ScanPageProps) {
  const words = await getTranslations("files");
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/agencies/${agency.code}`, name: agency.name }}
      title={words("scanTitle")}
      submit={words("scanSubmit")}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "agencyCode", value: agency.code },
        { kind: "hidden", name: "of", value: record.of },
        { kind: "hidden", name: "id", value: record.id },
        {
          ...{ kind: "file", name: "scan", label: words("scan"), hint: words("scanHint") },
          accept: acceptOf("paper"),
        },
      ]}
    >
      <p>
        {await nameOf(record)}, {formatDate(record.on)}. {words("scanIntro")}
      </p>
    </FormPage>
  );
}
