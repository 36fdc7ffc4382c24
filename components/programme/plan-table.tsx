import { useTranslations } from "next-intl";

import { Reasons } from "@/components/programme/reasons";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Candidate, PlannedVisit } from "@/lib/programme/types";
import { formatDate } from "@/lib/kernel/format";

export function TeamCell({ team }: Pick<PlannedVisit, "team">) {
  const words = useTranslations("programme");
  const leader = team.find(({ duty }) => duty === "leader");
  if (!leader) return <Tag tone="bad">{words(team.length === 0 ? "noTeam" : "noLeader")}</Tag>;
  return team.length === 1 ? leader.name : words("members", { name: leader.name, count: team.length - 1 });
}

function Row({
  visit,
  candidate,
  year,
}: {
  visit: PlannedVisit;
  candidate: Candidate | undefined;
  year: number;
}) {
  const words = useTranslations("programme");
  const audits = useTranslations("audits");
  const { id, agencyCode, agencyName, mode, plannedOn, state, followUp, team } = visit;
  return (
    <tr>
      <th scope="row">
        <a href={`/agencies/${agencyCode}`}>{agencyName}</a>
        {followUp && <div className="soft small">{audits("followUp")}</div>}
      </th>
      <td data-label={words("when")}>{formatDate(plannedOn)}</td>
      <td data-label={words("mode")}>{audits(`modes.${mode}`)}</td>
      <td data-label={words("team")}>
        <TeamCell team={team} />
      </td>
      <td data-label={words("why")}>
        {candidate ? <Reasons reasons={candidate.reasons} /> : <span className="soft">–</span>}
        {candidate?.reason && !candidate.proposedMode && (
          <p className="small">{words("addedBecause", { reason: candidate.reason })}</p>
        )}
      </td>
      <td>
        {state === "planned" ? (
          <a href={`/audits/programmes/${year}/visits/${id}`}>
            {words("edit")} <span className="visually-hidden">{words("editOf", { agency: agencyName })}</span>
          </a>
        ) : (
          <a href={`/audits/${id}`}>{words("begun")}</a>
        )}
      </td>
    </tr>
  );
}

type Props = { visits: readonly PlannedVisit[]; candidates: readonly Candidate[]; year: number };

/** The visits of a plan: when, how, by whom, why. */
export function PlanTable({ visits, candidates, year }: Props) {
  const words = useTranslations("programme");
  if (visits.length === 0) return null;
  return (
    <Table
      className="cards acts"
      caption={words("chosenCaption")}
      columns={[words("agency"), words("when"), words("mode"), words("team"), words("why"), words("act")]}
    >
      {visits.map((visit) => (
        <Row
          key={visit.id}
          visit={visit}
          candidate={candidates.find(({ agencyId }) => agencyId === visit.agencyId)}
          year={year}
        />
      ))}
    </Table>
  );
}
