import { useTranslations } from "next-intl";

import { notInPost } from "@/lib/identity/matrix";
import type { Office } from "@/lib/identity/types";

/** Whose office it is today, in place of a page that belongs to the office. */
export function OutOfOffice({ office }: { office: Office | null }) {
  const words = useTranslations("reminders");
  const problems = useTranslations("problems");
  const { code, values } = notInPost(office);
  return (
    <div className="stack">
      <h1>{words("outOfOffice")}</h1>
      <p className="notice watch">{problems(code, values ?? {})}</p>
      <p>
        <a href="/desk">{words("title")}</a>
      </p>
    </div>
  );
}
