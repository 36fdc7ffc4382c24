import { getTranslations } from "next-intl/server";

import { Files } from "@/components/findings/facts";
import { Fold } from "@/components/ui/fold";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Tag } from "@/components/ui/tag";
import { usualPurpose } from "@/lib/findings/thread/rules";
import { purposes, type FindingMessage, type Side } from "@/lib/findings/thread/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { acceptOf } from "@/lib/files/types";

export type FindingThreadProps = {
  findingId: string;
  messages: readonly FindingMessage[];
  owesReply: { agency: boolean; lead: boolean };
  /** Whose words the viewer's would be. */
  side: Side;
  /** Nobody is asked on a closed finding; something may still be added. */
  closed: boolean;
  discuss: FormAction | null;
  initial: FormState;
};

async function Message({ message }: { message: FindingMessage }) {
  const words = await getTranslations("findings");
  const { side, asks, text, authorName, writtenOn, file } = message;
  return (
    <li className={`message ${side}`}>
      <p className="small">
        <strong>{authorName}</strong>, {words(`side.${side}`)}, {formatDate(writtenOn)}
        {asks && <span className="soft"> · {words("question")}</span>}
      </p>
      <p className="prose">{text}</p>
      {file && <Files files={[file]} />}
    </li>
  );
}

async function Write({
  findingId,
  side,
  owesReply,
  closed,
  discuss,
  initial,
}: Omit<FindingThreadProps, "messages" | "discuss"> & { discuss: FormAction }) {
  const words = await getTranslations("findings");
  return (
    <Fold
      label={words("writeTitle")}
      open={owesReply[side] || Object.keys(initial.values).length > 0}
      className="no-print"
    >
      <Form
        action={discuss}
        initial={initial}
        second
        words={await formWords(words("write"))}
        fields={[
          { kind: "hidden", name: "findingId", value: findingId },
          { kind: "textarea", name: "text", label: words("messageText"), rows: 3 },
          {
            kind: "radios",
            name: "purpose",
            label: words("purposeLabel"),
            value: usualPurpose(side, owesReply, closed),
            options: purposes
              .filter((value) => !closed || value === "reply")
              .map((value) => ({ value, label: words(`purpose.${value}`) })),
          },
          {
            kind: "file",
            name: "attachment",
            label: words("attachment"),
            hint: words("fields.fileHint"),
            accept: acceptOf("evidence"),
            optional: true,
          },
        ]}
      />
    </Fold>
  );
}

/** Questions and replies between the agency and the lead agency, in order, and who owes the next word. */
export async function FindingThread({ messages, discuss, ...rest }: FindingThreadProps) {
  const words = await getTranslations("findings");
  return (
    <section className="stack" id="thread">
      <h2>{words("threadTitle")}</h2>
      {rest.owesReply.agency && <Tag tone="watch">{words("waitsForAgency")}</Tag>}{" "}
      {rest.owesReply.lead && <Tag tone="watch">{words("waitsForLead")}</Tag>}
      {messages.length === 0 && <p className="soft">{words("noMessages")}</p>}
      <ol className="plain stack">
        {messages.map((message) => (
          <Message key={message.number} message={message} />
        ))}
      </ol>
      {discuss && <Write {...rest} discuss={discuss} />}
    </section>
  );
}
