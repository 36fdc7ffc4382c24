import { useTranslations } from "next-intl";

import {
  AppointmentDecisions,
  AppointmentLine,
  AppointmentName,
} from "@/components/appointments/appointment-line";
import { MovedTag } from "@/components/appointments/moved-tag";
import { StaffingNotices } from "@/components/appointments/staffing-notices";
import { Vacancies } from "@/components/appointments/vacancies";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { heads, holdsOn, standsAnew } from "@/lib/appointments/rules";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { seats, type Appointment, type SigningAccount } from "@/lib/appointments/types";
import { formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type PeoplePageProps = {
  agency: AgencyIdentity;
  appointments: readonly Appointment[];
  staffing: Staffing | null;
  /** With what account each head now or to come could sign; known to whoever manages accounts. */
  accounts: Readonly<Record<string, { state: SigningAccount; accountId: string | null }>>;
  today: PlainDate;
  /** May its reader record appointments? */
  mayRecord: boolean;
  /** Is there a page of the agency that its reader may open? */
  mayRead: boolean;
};

function AccountNotices({ agency, appointments, accounts, today }: PeoplePageProps) {
  const words = useTranslations("appointments");
  const now = appointments.filter((each) => !each.cancelled && holdsOn(each, today));
  return now.map(({ personId, name, ...post }) => {
    const account = accounts[personId];
    if (!account || account.state === "ready") return null;
    // Whoever heads the agency needs an account there; of others it is said where they had one.
    if (!heads(post) && account.state === "none") return null;
    const href = account.accountId
      ? `/accounts/${account.accountId}`
      : `/accounts/new?person=${personId}&agency=${agency.code}`;
    return (
      <p key={`${personId} ${post.seat}`} className="notice watch">
        {words(heads(post) ? `account.${account.state}` : "accountOfOther", { name })}{" "}
        <a href={href}>{words(`accountDo.${account.state}`)}</a>
      </p>
    );
  });
}

function Acts({ agency, appointment }: { agency: AgencyIdentity; appointment: Appointment }) {
  const words = useTranslations("appointments");
  const at = `/agencies/${agency.code}/people`;
  const named = <span className="visually-hidden">: {appointment.name}</span>;
  return (
    <div className="row small no-print">
      <a href={`${at}/end?id=${appointment.id}`}>
        {words("end")}
        {named}
      </a>
      {appointment.endedBy && (
        <a href={`${at}/reopen?id=${appointment.id}`}>
          {words("reopen")}
          {named}
        </a>
      )}{" "}
      <a href={`${at}/cancel?id=${appointment.id}`}>
        {words("cancel")}
        {named}
      </a>
    </div>
  );
}

function Cancelled({ agency, appointments, mayRecord }: PeoplePageProps) {
  const words = useTranslations("appointments");
  const cancelled = appointments.filter((each) => each.cancelled);
  if (cancelled.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words("cancelledTitle")}</h2>
      <ul className="plain stack">
        {cancelled.map((each) => (
          <li key={each.id}>
            <span className="visually-hidden">{words("cancelledMark")} </span>
            <del>
              <AppointmentName appointment={each} />
            </del>
            {each.cancelled && (
              <div className="small soft">
                <AppointmentDecisions appointment={each} />{" "}
                {words("cancelledBy", {
                  name: each.cancelled.by,
                  at: formatInstant(each.cancelled.at),
                  reason: each.cancelled.reason,
                })}
              </div>
            )}
            {mayRecord && !standsAnew(appointments, each) && (
              <a className="small no-print" href={`/agencies/${agency.code}/people/new?like=${each.id}`}>
                {words("enterAnew")}
                <span className="visually-hidden">: {each.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who holds which post of an agency, held it and will; who signs today, and when nobody did. */
export function PeoplePage(props: PeoplePageProps) {
  const { agency, appointments, staffing, today, mayRecord, mayRead } = props;
  const words = useTranslations("appointments");
  const kept = appointments.filter((each) => !each.cancelled);
  const parts = {
    now: kept
      .filter((each) => holdsOn(each, today))
      .sort((a, b) => seats.indexOf(a.seat) - seats.indexOf(b.seat)),
    later: kept.filter(({ from }) => from > today),
    before: kept.filter(({ from, to }) => from <= today && to !== null && to <= today),
  };
  return (
    <>
      <div className="stack">
        <p>{mayRead ? <a href={`/agencies/${agency.code}`}>{agency.name}</a> : agency.name}</p>
        <h1>{words("title")}</h1>
        <Vacancies appointments={appointments} on={today} />
        <StaffingNotices staffing={staffing} />
        <AccountNotices {...props} />
        {mayRecord && (
          <p className="row no-print">
            <a className="button" href={`/agencies/${agency.code}/people/new`}>
              {words("begin")}
            </a>{" "}
            <a href="/appointments">{words("backToHeads")}</a>
          </p>
        )}
      </div>
      {(["now", "later", "before"] as const).map(
        (part) =>
          (part === "now" || parts[part].length > 0) && (
            <section className="stack" key={part}>
              <h2>{words(part)}</h2>
              {parts[part].length === 0 && <p className="soft">{words("nobodyNow")}</p>}
              <ul className="plain stack">
                {parts[part].map((each) => (
                  <AppointmentLine key={each.id} appointment={each}>
                    {part === "now" && <MovedTag moved={staffing?.moved ?? []} personId={each.personId} />}
                    {mayRecord && <Acts agency={agency} appointment={each} />}
                  </AppointmentLine>
                ))}
              </ul>
            </section>
          ),
      )}
      <Cancelled {...props} />
    </>
  );
}
