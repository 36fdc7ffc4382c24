import { getLocale, getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { OwnFeed } from "@/lib/programme/calendar/types";
import { untouched, type FormAction } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

type Props = { feed: OwnFeed | null; issue: FormAction; revoke: FormAction };

/** One's own calendar address: issue it, put another in its place, end it. */
export async function OwnFeedSection({ feed, issue, revoke }: Props) {
  const words = await getTranslations("calendar");
  return (
    <section className="stack" id="calendar">
      <h2>{words("title")}</h2>
      <p className="soft">{words("intro")}</p>
      <p>{feed ? words("issued", { date: formatDate(feed.issuedOn) }) : words("none")}</p>
      <Form
        action={issue}
        initial={untouched}
        second
        words={await formWords(words(feed ? "renew" : "issue"))}
        fields={[
          { kind: "hidden", name: "locale", value: await getLocale() },
          { kind: "hidden", name: "replaces", value: feed?.id ?? "" },
        ]}
      />
      {feed && (
        <Form
          action={revoke}
          initial={untouched}
          second
          words={await formWords(words("revoke"))}
          fields={[{ kind: "hidden", name: "id", value: feed.id }]}
        />
      )}
    </section>
  );
}
