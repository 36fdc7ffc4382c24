import { Prisma } from "@/generated/prisma/client";
import type { OwnFeed } from "@/lib/programme/calendar/types";
import { loadPlannedVisits } from "@/lib/programme/queries";
import type { PlannedVisit } from "@/lib/programme/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Role, Viewer } from "@/lib/identity/types";
import { tokenHash } from "@/lib/identity/viewer";
import type { Locale } from "@/lib/kernel/format";
import { addDays, dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";

/** One's own address, if there is one. */
export async function findOwnFeed(viewer: Viewer): Promise<OwnFeed | null> {
  if (viewer.accountId === null || !may(viewer, "calendar.self")) return null;
  const feed = await asViewer(viewer, (tx) =>
    tx.calendarFeed.findFirst({
      where: { accountId: viewer.accountId ?? "", revokedAt: null },
      select: { id: true, createdAt: true },
    }),
  );
  return feed && { id: feed.id, issuedOn: dayInVietnam(feed.createdAt) };
}

type Owner = { role: Role; personId: string; agencyId: string | null; locale: Locale };

export type PersonCalendar = { locale: Locale; personId: string; visits: readonly PlannedVisit[] };

const daysBack = 366;

/** Visits of approved programmes: the leader's are all, an inspector's those of their teams, an agency's its own. */
function visitsOf({ role, personId, agencyId }: Owner): Prisma.Sql | null {
  switch (role) {
    case "leader":
      return Prisma.sql`true`;
    case "inspector":
      return Prisma.sql`exists (select 1 from team_member t where t.visit_id = v.id and t.person_id = ${personId}::uuid)`;
    case "officer":
    case "head":
      return Prisma.sql`v.agency_id = ${agencyId}::uuid`;
    case "admin":
      return null;
  }
}

/** What the holder of an address reads; null where it is nobody's, is revoked, or its owner may no longer come in. */
export async function findCalendar(
  system: Viewer,
  token: string,
  on: PlainDate,
): Promise<PersonCalendar | null> {
  return asViewer(system, async (tx) => {
    const [owner] = await tx.$queryRaw<Owner[]>`
      select a.role::text as role, a.person_id as "personId", a.agency_id as "agencyId", f.locale
      from calendar_feed f join account a on a.id = f.account_id
      where f.token_hash = ${tokenHash(token)} and f.revoked_at is null and a.disabled_at is null`;
    const whose = owner && visitsOf(owner);
    if (!owner || !whose) return null;
    const visits = await loadPlannedVisits(
      tx,
      Prisma.sql`y.approved_on is not null and v.planned_on >= ${addDays(on, -daysBack)}::date and ${whose}`,
    );
    return { locale: owner.locale, personId: owner.personId, visits };
  });
}
