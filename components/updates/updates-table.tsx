import { useTranslations } from "next-intl";

import { UpdateDue } from "@/components/updates/update-due";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { countUpdates } from "@/lib/updates/rules";
import { updateTone } from "@/lib/updates/labels";
import type { Update } from "@/lib/updates/types";

/** An update with the name of its agency, and who looks after the system there. */
export type UpdateOf = Update & { agencyName: string; officer: string | null };

/** How far the documents that a change touches have got, agency by agency. */
export function UpdatesTable({ updates }: { updates: readonly UpdateOf[] }) {
  const words = useTranslations("legal");
  const { daysToApply, ...counts } = countUpdates(updates);
  return (
    <div className="stack-close">
      <p>
        {words("updatesSentence", counts)} {daysToApply && words("days", daysToApply)}
      </p>
      <Table
        className="cards"
        columns={[words("agency"), words("document"), words("stateColumn"), words("dueColumn")]}
      >
        {updates.map((update) => (
          <tr key={`${update.changeId} ${update.document.id}`}>
            <th scope="row">
              {update.agencyName}
              <div className="soft small">
                {update.officer === null ? words("noOfficer") : `${words("officer")}: ${update.officer}`}
              </div>
            </th>
            <td data-label={words("document")}>
              <a href={`/documents/${update.document.id}`}>{update.document.code}</a> {update.document.title}
            </td>
            <td data-label={words("stateColumn")}>
              <Tag tone={updateTone(update)}>{words(`updateState.${update.state}`)}</Tag>
            </td>
            <td data-label={words("dueColumn")}>
              <UpdateDue update={update} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
