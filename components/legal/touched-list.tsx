import { useTranslations } from "next-intl";

import { Since } from "@/components/legal/law-name";
import { Table } from "@/components/ui/table";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A document that a change would touch, with its agency's name. */
export type TouchedOf = {
  documentId: string;
  agencyId: string;
  agencyName: string;
  code: string;
  title: string;
  effectiveOn: PlainDate | null;
};

/** Every document that a change would touch. */
export function TouchedList({ touched }: { touched: readonly TouchedOf[] }) {
  const words = useTranslations("legal");
  if (touched.length === 0) return <p className="notice">{words("releaseNothing")}</p>;
  const agencies = new Set(touched.map(({ agencyId }) => agencyId)).size;
  return (
    <Table
      className="cards"
      caption={words("touchedCount", { documents: touched.length, agencies })}
      columns={[words("agency"), words("document"), words("from")]}
    >
      {touched.map(({ documentId, agencyName, code, title, effectiveOn }) => (
        <tr key={documentId}>
          <th scope="row">{agencyName}</th>
          <td data-label={words("document")}>
            <a href={`/documents/${documentId}`}>{code}</a> {title}
          </td>
          <td data-label={words("from")}>
            <Since day={effectiveOn} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
