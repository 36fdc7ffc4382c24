import { getTranslations } from "next-intl/server";

import { editions, scanField } from "@/components/adoption/milestone-page";
import { StepsBefore } from "@/components/adoption/steps-before";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import { fieldOf } from "@/lib/adoption/declarations/rules";
import type { Prospect } from "@/lib/adoption/declarations/types";
import { publicationChannels, type PublicationChannel } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type DeclarationPageProps = {
  agency: AgencyIdentity;
  prospect: Prospect;
  action: FormAction;
  initial: FormState;
};

/** The numbers as a cancelled declaration said them, else the one before: most of them are still so. */
function scopeFields(
  words: Awaited<ReturnType<typeof getTranslations<"adoption">>>,
  { before, cancelled }: Prospect,
): Field[] {
  const from = cancelled ?? before;
  const known = from && {
    proceduresCovered: from.procedures[0],
    proceduresTotal: from.procedures[1],
    unitsCovered: from.units[0],
    unitsTotal: from.units[1],
  };
  const numbers = ["proceduresCovered", "proceduresTotal", "unitsCovered", "unitsTotal"] as const;
  const heading: Field = { kind: "heading", name: "scope", label: words("declarationParts.scope") };
  const hint = from && words("scopeFrom", { number: from.number, date: formatDate(from.declaredOn) });
  return [
    hint ? { ...heading, hint } : heading,
    ...numbers.map((name): Field => ({
      kind: "number",
      name,
      label: words(name),
      ...(known && { value: String(known[name]) }),
    })),
  ];
}

async function fieldsOf(agency: AgencyIdentity, prospect: Prospect): Promise<Field[]> {
  const words = await getTranslations("adoption");
  const { earliest, cancelled } = prospect;
  const editionId = cancelled?.editionId ?? prospect.editionId;
  const publishedOn = (channel: PublicationChannel): string | undefined => {
    const on = cancelled?.publications.find((each) => each.channel === channel)?.publishedOn;
    return on && formatDate(on);
  };
  return [
    { kind: "hidden", name: "agencyId", value: agency.id },
    { kind: "hidden", name: "code", value: agency.code },
    { kind: "heading", name: "paper", label: words("declarationParts.paper") },
    {
      kind: "text",
      name: "decisionNumber",
      label: words("decisionNumber"),
      ...(cancelled && { value: cancelled.decisionNumber }),
    },
    { kind: "text", name: "number", label: words("number"), ...(cancelled && { value: cancelled.number }) },
    {
      kind: "date",
      name: "declaredOn",
      label: words("declaredOn"),
      ...(cancelled && { value: formatDate(cancelled.declaredOn) }),
      hint: earliest ? words("declaredOnHint", { date: formatDate(earliest) }) : words("dateHint"),
    },
    {
      kind: "select",
      name: "editionId",
      label: words("edition"),
      options: editions,
      ...(editionId !== null && { value: editionId }),
    },
    ...scopeFields(words, prospect),
    {
      kind: "heading",
      name: "published",
      label: words("declarationParts.published"),
      hint: words("declarationParts.publishedHint"),
    },
    ...publicationChannels.map((channel): Field => ({
      kind: "date",
      name: fieldOf[channel],
      label: words(fieldOf[channel]),
      optional: true,
      hint: words("dateHint"),
      value: publishedOn(channel) ?? "",
    })),
    { ...(await scanField()), atCheck: true },
  ];
}

/** Records a declaration: what must come before it first, then the form, then all of it in words before it is recorded. */
export async function DeclarationPage({ agency, prospect, action, initial }: DeclarationPageProps) {
  const words = await getTranslations("adoption");
  const { before, cancelled } = prospect;
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("recordDeclaration")}</h1>
      <p>
        {before
          ? words(before.endedOn ? "stoodUntil" : "standsNow", {
              number: before.number,
              date: formatDate(before.declaredOn),
              designation: before.designation,
              ended: before.endedOn ? formatDate(before.endedOn) : "",
            })
          : words("notStanding")}{" "}
        {words("kindReckoned")}
      </p>
      <StepsBefore code={agency.code} prospect={prospect} />
      {prospect.open && (
        <>
          <p>{words("recordDeclarationIntro")}</p>
          {cancelled && (
            <p className="notice">
              {words("fromCancelled", { number: cancelled.number, date: formatDate(cancelled.declaredOn) })}
            </p>
          )}
          <Form
            action={action}
            initial={initial}
            words={await formWords(words("saveDeclaration"), { looks: true })}
            fields={await fieldsOf(agency, prospect)}
          />
        </>
      )}
    </div>
  );
}
