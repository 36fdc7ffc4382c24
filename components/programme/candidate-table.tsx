import { useTranslations } from "next-intl";

import { Reasons } from "@/components/programme/reasons";
import { Table } from "@/components/ui/table";
import type { Candidate } from "@/lib/programme/types";

type Props = {
  caption: string;
  candidates: readonly Candidate[];
  /** Where to add an agency; null where nothing can be added yet. */
  year: number | null;
};

/** Agencies by risk, each with its reasons. */
export function CandidateTable({ caption, candidates, year }: Props) {
  const words = useTranslations("programme");
  return (
    <Table
      className={year === null ? "cards" : "cards acts"}
      caption={caption}
      columns={[
        { number: words("position") },
        words("agency"),
        { number: words("points") },
        words("why"),
        ...(year !== null ? [words("act")] : []),
      ]}
    >
      {candidates.map(({ agencyCode, agencyName, position, points, reasons, proposedMode, reason }) => (
        <tr key={agencyCode}>
          <td className="number" data-label={words("position")}>
            {position}
          </td>
          <th scope="row">
            <a href={`/agencies/${agencyCode}`}>{agencyName}</a>
          </th>
          <td className="number" data-label={words("points")}>
            {points}
          </td>
          <td data-label={words("why")}>
            <Reasons reasons={reasons} />
            {proposedMode && reason && <p className="small">{words("leftBecause", { reason })}</p>}
          </td>
          {year !== null && (
            <td>
              <a href={`/audits/programmes/${year}/agencies/${agencyCode}`}>
                {words("add")}{" "}
                <span className="visually-hidden">{words("addOf", { agency: agencyName })}</span>
              </a>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
