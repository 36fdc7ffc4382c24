import { useTranslations } from "next-intl";

import { Pages } from "@/components/ui/pages";
import type { Tone } from "@/components/ui/sign";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatInstant } from "@/lib/kernel/format";
import { mailsAddress } from "@/lib/reminders/mails/labels";
import { mailsPageSize } from "@/lib/reminders/mails/rules";
import { mailStates, type MailCounts, type MailLine, type MailState } from "@/lib/reminders/mails/types";

const tones = { waiting: "waiting", sent: "good", failed: "bad" } satisfies Record<MailState, Tone>;

function Line({ mail }: { mail: MailLine }) {
  const words = useTranslations("mails");
  return (
    <tr>
      <th scope="row">
        <a href={`/accounts/${mail.accountId}`}>{mail.name}</a>
        <div className="small soft">{mail.address}</div>
      </th>
      <td data-label={words("subject")}>{mail.subject}</td>
      <td data-label={words("writtenAt")}>{formatInstant(mail.writtenAt)}</td>
      <td data-label={words("state")}>
        <Tag tone={tones[mail.state]}>{words(`stateOf.${mail.state}`)}</Tag>
        <div className="small soft">
          {mail.lastAt && words("tried", { count: mail.attempts, at: formatInstant(mail.lastAt) })}
          {mail.state === "waiting" && mail.nextAt && ` ${words("next", { at: formatInstant(mail.nextAt) })}`}
        </div>
      </td>
      <td data-label={words("answer")}>
        <span className="small">
          {mail.reason === "stopped" ? words("stoppedByReader") : (mail.reason ?? "–")}
        </span>
      </td>
    </tr>
  );
}

function Filter({ counts, state }: { counts: MailCounts; state: MailState | null }) {
  const words = useTranslations("mails");
  return (
    <nav className="row" aria-label={words("state")}>
      <a href="/mails" aria-current={state === null ? "page" : undefined}>
        {words("all")}
      </a>
      {mailStates.map((each) => (
        <a key={each} href={mailsAddress(each, 1)} aria-current={state === each ? "page" : undefined}>
          {words("countOf", { state: words(`stateOf.${each}`), count: counts[each] })}
        </a>
      ))}
    </nav>
  );
}

function MailTable({ mails }: { mails: readonly MailLine[] }) {
  const words = useTranslations("mails");
  return (
    <Table
      className="cards"
      caption={words("caption")}
      columns={[words("to"), words("subject"), words("writtenAt"), words("state"), words("answer")]}
    >
      {mails.map((mail) => (
        <Line key={mail.id} mail={mail} />
      ))}
    </Table>
  );
}

export type MailsPageProps = {
  mails: readonly MailLine[];
  counts: MailCounts;
  filter: { state: MailState | null; page: number };
  /** Whom mails come from; null where no mail server is set. */
  from: string | null;
};

/** The mails of the site as their postmaster sees them: whether each arrived, and if not, what the server said. */
export function MailsPage({ mails, counts, filter, from }: MailsPageProps) {
  const words = useTranslations("mails");
  const { state, page } = filter;
  const total = state ? counts[state] : counts.waiting + counts.sent + counts.failed;
  const pages = Math.max(1, Math.ceil(total / mailsPageSize));
  return (
    <>
      <h1>{words("sentence", { sent: counts.sent, waiting: counts.waiting, failed: counts.failed })}</h1>
      {from ? (
        <p className="soft">{words("from", { from })}</p>
      ) : (
        <p className="notice bad">{words("off")}</p>
      )}
      <p>{words("reach", { unreachable: counts.unreachable, stopped: counts.stopped })}</p>
      <Filter counts={counts} state={state} />
      {mails.length === 0 ? <p>{words("empty")}</p> : <MailTable mails={mails} />}
      <Pages
        page={Math.min(page, pages)}
        pages={pages}
        total={total}
        href={(to) => mailsAddress(state, to)}
      />
    </>
  );
}
