import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formatDate, formatInstant } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Submission } from "@/lib/submissions/types";

/** Since when nobody heads the agency; null where somebody does. */
export type HeadVacancy = { from: PlainDate | null } | null;

/** Whether a draft waits for the head, or came back, with what was said to it. */
export function SubmissionNote({
  submission,
  vacancy = null,
  children,
}: {
  submission: Submission;
  vacancy?: HeadVacancy;
  children?: ReactNode;
}) {
  const words = useTranslations("submissions");
  const { by, at, note, returned } = submission;
  const waiting = (said: { name: string; at: string }): string =>
    vacancy
      ? words("waitingForNobody", { ...said, since: vacancy.from ? formatDate(vacancy.from) : "unknown" })
      : words("waiting", said);
  return (
    <div className={returned || vacancy ? "notice watch" : "notice"}>
      <p>
        {returned
          ? words("returned", { name: returned.by, at: formatInstant(returned.at) })
          : waiting({ name: by, at: formatInstant(at) })}{" "}
        {children}
      </p>
      {returned && <p>{words("opinion", { note: returned.note })}</p>}
      {!returned && note && <p>{words("message", { note })}</p>}
    </div>
  );
}
