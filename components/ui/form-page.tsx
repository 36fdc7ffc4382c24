import type { ReactNode } from "react";

import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { FormAction, FormState } from "@/lib/gate/types";

type FormPageProps = {
  back: { href: string; name: string };
  title: string;
  submit: string;
  fields: readonly Field[];
  action: FormAction;
  initial: FormState;
  /** What is to be known before the form is filled in. */
  children?: ReactNode;
  after?: ReactNode;
};

/** A page that is one form: where it leads back to, what it is, what is to be known first, and what is asked. */
export async function FormPage(props: FormPageProps) {
  const { back, title, submit, fields, action, initial, children, after } = props;
  return (
    <div className="stack">
      <p>
        <a href={back.href}>{back.name}</a>
      </p>
      <h1>{title}</h1>
      {children}
      <Form action={action} initial={initial} words={await formWords(submit)} fields={fields} />
      {after}
    </div>
  );
}
