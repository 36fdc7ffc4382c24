import { useTranslations } from "next-intl";

import { LawName } from "@/components/legal/law-name";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { formatDate } from "@/lib/kernel/format";
import type { Basis } from "@/lib/legal/types";
import { documentTone } from "@/lib/procedures/labels";
import { summaryOf } from "@/lib/procedures/rules";
import type { DocumentLine, DocumentSet, RequiredItem } from "@/lib/procedures/types";

export type DocumentSetPageProps = {
  agency: AgencyIdentity;
  set: DocumentSet;
  /** The law in force no more on which texts in force rest, by the document's id. */
  dead: ReadonlyMap<string, readonly (Basis & { id: string })[]>;
  mayDraft: boolean;
};

function DocumentLink({ line }: { line: DocumentLine }) {
  return (
    <a href={`/documents/${line.id}`}>
      {line.code} {line.title}
    </a>
  );
}

/** Says of a text that nobody in office approved it, and what it waits for. */
function OutsideMark({ line: { outside } }: { line: DocumentLine }) {
  const words = useTranslations("procedures");
  return (
    outside && (
      <span>
        {" "}
        <Tag tone="bad">{words("outsideMark")}</Tag>{" "}
        <span className="soft">{words("outside", { by: outside.by, date: formatDate(outside.on) })}</span>
      </span>
    )
  );
}

/** Says of a text in force that the law on which it rests is not. */
function DeadBases({ line, dead }: Pick<DocumentSetPageProps, "dead"> & { line: DocumentLine }) {
  const words = useTranslations("legal");
  const laws = dead.get(line.id) ?? [];
  return (
    laws.length > 0 && (
      <div className="small">
        <Tag tone="watch">{words("deadBases")}</Tag>{" "}
        {laws.map((law) => (
          <span key={law.id}>
            <LawName law={law} />{" "}
          </span>
        ))}
      </div>
    )
  );
}

type ItemProps = Omit<DocumentSetPageProps, "set"> & { item: RequiredItem };

function Item({ item, agency, dead, mayDraft }: ItemProps) {
  const words = useTranslations("procedures");
  const empty = item.documents.length === 0 && item.heldOn === null;
  return (
    <tr>
      <th scope="row">
        {item.title} <span className="soft">({item.clause})</span>
      </th>
      <td data-label={words("has")}>
        {item.documents.map((line) => (
          <div key={line.id}>
            <DocumentLink line={line} />
            {line.pendingFrom && (
              <span className="soft"> {words("pendingFrom", { date: formatDate(line.pendingFrom) })}</span>
            )}
            <OutsideMark line={line} />
            <DeadBases {...{ line, dead }} />
          </div>
        ))}
        {item.heldOn && (
          <a href={`/agencies/${agency.code}/reviews`}>
            {words("recordedOn", { date: formatDate(item.heldOn) })}
          </a>
        )}
        {empty && mayDraft && (
          <a href={`/agencies/${agency.code}/documents/new?for=${encodeURIComponent(item.id)}`}>
            {words("add")} <span className="visually-hidden">{words("addFor", { title: item.title })}</span>
          </a>
        )}
        {empty && !mayDraft && words("none")}
      </td>
      <td data-label={words("stateLabel")}>
        <Tag tone={documentTone[item.state]}>{words(`state.${item.state}`)}</Tag>
      </td>
    </tr>
  );
}

/** What the edition requires beside what the agency has. */
export function DocumentSetPage({ agency, set, dead, mayDraft }: DocumentSetPageProps) {
  const words = useTranslations("procedures");
  const { done, total } = summaryOf(set.items);
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/agencies/${agency.code}`}>{agency.name}</a>
        </p>
        <h1>{words("setSentence", { done, total, designation: set.designation })}</h1>
      </div>
      <Table
        className="cards"
        caption={words("requiredCaption", { designation: set.designation })}
        columns={[words("item"), words("has"), words("stateLabel")]}
      >
        {set.items.map((item) => (
          <Item key={item.id} {...{ item, agency, dead, mayDraft }} />
        ))}
      </Table>
      <section className="stack">
        <h2>{words("othersTitle")}</h2>
        {set.others.length === 0 && <p className="soft">{words("noOthers")}</p>}
        <ul className="plain stack">
          {set.others.map((line) => (
            <li key={line.id} className="row">
              <DocumentLink line={line} />{" "}
              <Tag tone={documentTone[line.state]}>{words(`state.${line.state}`)}</Tag>
              <OutsideMark line={line} />
              <DeadBases {...{ line, dead }} />
            </li>
          ))}
        </ul>
        {mayDraft && (
          <a className="button second" href={`/agencies/${agency.code}/documents/new`}>
            {words("add")}
          </a>
        )}
      </section>
    </div>
  );
}
