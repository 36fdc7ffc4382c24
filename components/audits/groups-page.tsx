import { getTranslations } from "next-intl/server";

import { progressOf } from "@/components/audits/task-list";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { handsAt, handsText, holderOf, several } from "@/lib/visits/groups/rules";
import type { VisitHands } from "@/lib/visits/groups/types";
import type { Group } from "@/lib/checklists/types";
import type { VisitRecord } from "@/lib/visits/types";
import type { FormAction, FormState } from "@/lib/gate/types";

export type GroupsPageProps = {
  visit: VisitRecord;
  hands: VisitHands;
  now: Date;
  action: FormAction;
  initial: FormState;
};

/** One group: who is to record it, beside who has it as the page is drawn. */
async function fieldsOf({ visit, hands, now }: GroupsPageProps, { code, title }: Group): Promise<Field[]> {
  const words = await getTranslations("audits.hands");
  const at = handsAt(hands, code);
  const audits = await getTranslations("audits");
  const said = handsText(at, now, audits);
  const holder = holderOf(at);
  const names = at.takers.map(({ name }) => name).join(", ");
  return [
    { kind: "hidden", name: `was.${code}`, value: holder },
    {
      ...{ kind: "select", name: `holder.${code}`, label: `${code}. ${title}`, value: holder },
      ...(said.length > 0 && { hint: said.join(" · ") }),
      options: [
        { value: "", label: words("nobody") },
        ...(holder === several ? [{ value: several, label: words("several", { names }) }] : []),
        ...visit.team.map(({ personId, name }) => ({ value: personId, label: name })),
      ],
    },
  ];
}

/** Which member of the team records which group: one choice for each, in one form. */
export async function GroupsPage(props: GroupsPageProps) {
  const { visit, action, initial } = props;
  const words = await getTranslations("audits.hands");
  const groups = visit.checklist.groups.filter(({ code }) => progressOf(visit, code).total > 0);
  const fields = await Promise.all(groups.map((group) => fieldsOf(props, group)));
  return (
    <div className="stack">
      <p>
        <a href={`/audits/${visit.id}`}>‹ {visit.agencyName}</a>
      </p>
      <h1>{words("give")}</h1>
      <p>{words("giveIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("save"))}
        fields={[{ kind: "hidden", name: "visitId", value: visit.id }, ...fields.flat()]}
      />
    </div>
  );
}
