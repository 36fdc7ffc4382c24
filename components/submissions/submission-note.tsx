import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formatInstant } from "@/lib/kernel/format";
import type { Submission } from "@/lib/submissions/types";

/** Whether a draft waits for the head, or came back, with what was said to it. */
export function SubmissionNote({ submission, children }: { submission: Submission; children?: ReactNode }) {
  const words = useTranslations("submissions");
  const { by, at, note, returned } = submission;
  return (
    <div className={returned ? "notice watch" : "notice"}>
      <p>
        {returned
          ? words("returned", { name: returned.by, at: formatInstant(returned.at) })
          : words("waiting", { name: by, at: formatInstant(at) })}{" "}
        {children}
      </p>
      {returned && <p>{words("opinion", { note: returned.note })}</p>}
      {!returned && note && <p>{words("message", { note })}</p>}
    </div>
  );
}
