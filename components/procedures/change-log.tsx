import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { DocumentRecord } from "@/lib/procedures/types";
import { formatDate } from "@/lib/kernel/format";

/** The columns every agency's change log has. */
export function ChangeLog({ document }: { document: DocumentRecord }) {
  const words = useTranslations("procedures");
  const submissions = useTranslations("submissions");
  return (
    <section className="stack">
      <h2>{words("changeLog")}</h2>
      <Table
        className="cards"
        caption={words("changeLogCaption")}
        columns={[
          words("edition"),
          words("changeRequest"),
          words("changePlace"),
          words("changeSummary"),
          words("issuedOn"),
        ]}
      >
        {document.revisions.map((revision, index) => {
          const before = document.revisions[index + 1];
          return (
            <tr key={revision.id}>
              <th scope="row">
                {words("number", { issue: revision.issueNo, revision: revision.revisionNo })}
                {before && (
                  <div className="small no-print">
                    <a href={`/documents/${document.id}/compare?from=${before.id}&to=${revision.id}`}>
                      {words("compareWithPrevious")}
                    </a>
                  </div>
                )}
              </th>
              <td data-label={words("changeRequest")}>{revision.changeRequest}</td>
              <td data-label={words("changePlace")}>{revision.changePlace}</td>
              <td data-label={words("changeSummary")}>{revision.changeSummary}</td>
              <td data-label={words("issuedOn")}>
                {revision.effectiveOn ? formatDate(revision.effectiveOn) : words("state.draft")}
                {revision.recordedName && (
                  <div className="small soft">
                    {submissions("recordedFrom", { name: revision.recordedName })}
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
