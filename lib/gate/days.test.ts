import { expect, it } from "vitest";

import { milestoneForm } from "@/lib/adoption/schema";
import { declarationForm } from "@/lib/adoption/declarations/schema";
import { daysToCome } from "@/lib/gate/days";
import { problemsOf } from "@/lib/gate/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");
const declared = {
  agencyId: "6ba37681-0000-7000-8000-000000000000",
  ...{ code: "ccattp", decisionNumber: "12/QĐ", number: "02/CB", editionId: "2008" },
  ...{ unitsCovered: "3", unitsTotal: "3" },
};

it("names all that is wrong at once: a day to come, more than there are, and no such day", () => {
  const posted = {
    ...{ ...declared, declaredOn: "31/12/2018", proceduresCovered: "45", proceduresTotal: "41" },
    officeOn: "31/02/2017",
  };
  const parsed = declarationForm.safeParse(posted);
  const problems = [
    ...(parsed.error ? problemsOf(parsed.error) : []),
    ...daysToCome(declarationForm, posted, today),
  ];
  expect(problems.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
    "declaredOn date-in-future",
    "officeOn no-such-day",
    "proceduresCovered covered-exceeds-total",
  ]);
});

it.each([
  ["31/12/2017", []],
  ["01/01/2018", [{ code: "date-in-future", field: "occurredOn", values: { latest: "31/12/2017" } }]],
  ["31/02/2018", []],
  ["", []],
  [undefined, []],
])("of a day that has come %s is %j", (occurredOn, problems) => {
  expect(daysToCome(milestoneForm, { occurredOn }, today)).toEqual(problems);
});
