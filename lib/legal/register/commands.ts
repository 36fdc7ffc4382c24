import { command, type Beside } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import { provinceChain } from "@/lib/kernel/ids";
import { formatDate } from "@/lib/kernel/format";
import {
  addDays,
  fromDatabase,
  fromDatabaseOrNull,
  toDatabase,
  type PlainDate,
} from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { codeKey } from "@/lib/kernel/text";
import { lawForm, newLawForm, type NewLawForm } from "@/lib/legal/register/schema";
import { asViewer, type Tx } from "@/lib/identity/database";
import { now } from "@/lib/platform/clock";
import { holdRegister } from "@/lib/legal/touched/commands";
import { lock } from "@/lib/platform/locks";

const knowing = { yes: true, no: false, unknown: null } as const;
const toDatabaseOrNull = (day: PlainDate | null): Date | null => day && toDatabase(day);

const columnsOf = ({
  issuedOn,
  inForceFrom,
  inForceTo,
  setsProcedures,
  shortened,
  verified,
  ...rest
}: NewLawForm) => ({
  ...rest,
  ...{ issuedOn: toDatabase(issuedOn), inForceFrom: toDatabaseOrNull(inForceFrom) },
  ...{ inForceTo: toDatabaseOrNull(inForceTo), setsProcedures: knowing[setsProcedures] },
  ...{ shortened: shortened === "yes" || null, verified: verified === "yes" },
});

/** Days in an order that can be: signed by today, ended after it began. */
function dayProblems({ issuedOn, inForceFrom, inForceTo }: NewLawForm, today: PlainDate): Problem[] {
  const problems: Problem[] = [];
  if (issuedOn > today) problems.push(problem("date-in-future", "issuedOn", { latest: formatDate(today) }));
  const from = inForceFrom ?? issuedOn;
  if (inForceTo && inForceTo <= from)
    problems.push(problem("date-before", "inForceTo", { earliest: formatDate(addDays(from, 1)) }));
  return problems;
}

type Identity = Pick<NewLawForm, "number" | "issuedOn" | "issuer">;

/** Numbers that nobody can tell apart, of one issuer and day, are one document. */
async function hasTwin(tx: Tx, { number, issuedOn, issuer }: Identity, itself?: string): Promise<boolean> {
  const ofThatDay = await tx.legalDocument.findMany({
    where: { issuedOn: toDatabase(issuedOn) },
    select: { id: true, number: true, issuer: true },
  });
  return ofThatDay.some(
    (each) =>
      each.id !== itself &&
      codeKey(each.number) === codeKey(number) &&
      codeKey(each.issuer) === codeKey(issuer),
  );
}

async function refuseTwin(tx: Tx, law: Identity, itself?: string): Promise<void> {
  await holdRegister(tx);
  if (await hasTwin(tx, law, itself)) refuse("law-registered", "number");
}

/** Says of a number that it is registered, whatever else is wrong with the form. */
const numberBeside: Beside = async (viewer, posted) => {
  const { data } = newLawForm.pick({ number: true, issuedOn: true, issuer: true }).safeParse(posted);
  if (!data) return [];
  const itself = typeof posted["lawId"] === "string" ? posted["lawId"] : undefined;
  return (await asViewer(viewer, (tx) => hasTwin(tx, data, itself)))
    ? [problem("law-registered", "number")]
    : [];
};

/** Registers a legal document that was not known yet. */
export const registerLaw = command(
  "laws.register",
  newLawForm,
  async ({ tx, viewer, today }, form) => {
    refuseIf(dayProblems(form, today));
    await refuseTwin(tx, form);
    const { id } = await tx.legalDocument.create({
      data: {
        ...columnsOf(form),
        ...{ registeredBy: viewer.accountId, registeredName: viewer.name, registeredAt: now() },
      },
      select: { id: true },
    });
    return { chain: provinceChain, action: "law-registered", entity: "law", entityId: id, content: form };
  },
  { beside: numberBeside },
);

/** Puts right what was registered wrongly. Clocks and states follow from it; what was released stays released. */
export const correctLaw = command(
  "laws.register",
  lawForm,
  async ({ tx, today }, { lawId, version, reason, ...form }) => {
    await lock(tx, "law", lawId);
    const law = await tx.legalDocument.findUnique({ where: { id: lawId } });
    if (!law) refuse("not-yours");
    if (law.version !== version) throw new Refused(await changedSinceRead(tx, "law", lawId));
    refuseIf(dayProblems(form, today));
    await refuseTwin(tx, form, lawId);
    await tx.legalDocument.update({
      where: { id: lawId },
      data: { ...columnsOf(form), version: { increment: 1 } },
      select: { id: true },
    });
    return {
      chain: provinceChain,
      action: "law-corrected",
      entity: "law",
      entityId: lawId,
      content: {
        ...form,
        reason,
        ...{ numberBefore: law.number, issuerBefore: law.issuer, titleBefore: law.title },
        issuedOnBefore: fromDatabase(law.issuedOn),
        inForceFromBefore: fromDatabaseOrNull(law.inForceFrom),
        inForceToBefore: fromDatabaseOrNull(law.inForceTo),
      },
    };
  },
  { beside: numberBeside },
);
