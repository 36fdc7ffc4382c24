"use client";

import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { Form, type FormProps } from "@/components/ui/form";
import type { MinutesWords } from "@/lib/visits/wording/types";

/** Draws the very text that will be sealed, as the device and the visit's page draw it. */
function read(paper: unknown) {
  const words = paper as MinutesWords;
  return (
    <article className="reading" lang="vi">
      <p className="minutes-subject">{words.subject.join(" ")}</p>
      <MinutesBody words={words} level={3} />
      <MinutesAnnexes words={words} level={3} />
    </article>
  );
}

/** The form that makes minutes final: the first press shows their text to be read, the second seals what was read. */
export const FinaliseForm = (props: FormProps) => <Form {...props} draw={read} />;
