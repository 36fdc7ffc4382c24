import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Table } from "@/components/ui/table";
import type { OpenSession } from "@/lib/accounts/types";
import { formatInstant } from "@/lib/kernel/format";

type Props = { sessions: readonly OpenSession[]; end?: (session: OpenSession) => ReactNode };

/** The browsers in which an account is signed in. */
export function SessionTable({ sessions, end }: Props) {
  const words = useTranslations("accounts");
  if (sessions.length === 0) return <p className="soft">{words("noSessions")}</p>;
  return (
    <Table
      className="cards"
      caption={words("sessionsCaption", { count: sessions.length })}
      columns={[
        words("device"),
        words("since"),
        words("lastSeen"),
        words("until"),
        ...(end ? [words("act")] : []),
      ]}
    >
      {sessions.map((session) => (
        <tr key={session.id}>
          <th scope="row">
            {session.device ?? words("unknownDevice")}
            {session.current && <strong> {words("thisBrowser")}</strong>}
          </th>
          <td data-label={words("since")}>{formatInstant(session.createdAt)}</td>
          <td data-label={words("lastSeen")}>{formatInstant(session.lastSeenAt)}</td>
          <td data-label={words("until")}>{formatInstant(session.expiresAt)}</td>
          {end && <td>{session.current ? null : end(session)}</td>}
        </tr>
      ))}
    </Table>
  );
}
