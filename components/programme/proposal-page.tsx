import { getTranslations } from "next-intl/server";

import { CandidateTable } from "@/components/programme/candidate-table";
import { Weights } from "@/components/programme/weights";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { Proposal } from "@/lib/programme/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type ProposalPageProps = {
  year: number;
  proposal: Proposal;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

async function fieldsOf(year: number): Promise<Field[]> {
  const words = await getTranslations("programme");
  const hint = words("datesHint", { example: `05/03/${year}` });
  return [
    { kind: "hidden", name: "year", value: String(year) },
    { kind: "number", name: "onSite", label: words("onSite") },
    { kind: "number", name: "desk", label: words("desk") },
    { kind: "date", name: "from", label: words("from"), hint },
    { kind: "date", name: "to", label: words("to") },
  ];
}

/** Before there is a programme: the ranking as it stands today, and what a draft is made from. */
export async function ProposalPage({ year, proposal, today, action, initial }: ProposalPageProps) {
  const words = await getTranslations("programme");
  const { candidates, weightSet, holidays } = proposal;
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("noneSentence", { year })}</h1>
        <p>{words("noneIntro", { count: candidates.length, date: formatDate(today) })}</p>
        {holidays.length === 0 && <p className="notice watch">{words("noHolidays", { year })}</p>}
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("propose"))}
          fields={await fieldsOf(year)}
        />
      </div>
      <CandidateTable caption={words("rankingCaption")} candidates={candidates} year={null} />
      <Weights weightSet={weightSet} />
    </div>
  );
}
