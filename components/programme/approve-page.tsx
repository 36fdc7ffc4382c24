import { getTranslations } from "next-intl/server";

import { PlanTable } from "@/components/programme/plan-table";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { ProgrammeRecord } from "@/lib/programme/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type ApprovePageProps = {
  programme: ProgrammeRecord;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

/** What is approved, then under which decision. */
export async function ApprovePage({ programme, today, action, initial }: ApprovePageProps) {
  const words = await getTranslations("programme");
  const { year, version, visits, candidates } = programme;
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/audits/programmes/${year}/plan`}>{words("toPlan", { year })}</a>
        </p>
        <h1>{words("approveTitle", { year })}</h1>
        <p>{words("approveIntro", { count: visits.length })}</p>
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("approve"))}
          fields={[
            { kind: "hidden", name: "year", value: String(year) },
            { kind: "read", name: "version", value: String(version) },
            {
              kind: "text",
              name: "decisionNumber",
              label: words("decisionNumber"),
              hint: words("decisionHint"),
            },
            { kind: "date", name: "decidedOn", label: words("decidedOn"), value: formatDate(today) },
          ]}
        />
      </div>
      <PlanTable visits={visits} candidates={candidates} year={year} />
    </div>
  );
}
