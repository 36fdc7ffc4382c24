import { TextArea } from "@/components/ui/text-area";
import { fillHere, inputId, type FormWords, type VisibleField } from "@/components/ui/form-fields";

type Typed = string | readonly string[] | undefined;

export type FieldInputProps = {
  /** The id of the form, which each of its fields begins with. */
  form: string;
  field: VisibleField;
  typed: Typed;
  problem: string | undefined;
  stored: string | undefined;
  words: Pick<FormWords, "optional" | "stored" | "nothing" | "chooseAgain">;
};

const textOf = (typed: Typed, value: string | undefined): string =>
  typeof typed === "string" ? typed : (typed?.[0] ?? value ?? "");

type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

function Control({ field, typed, props }: { field: VisibleField; typed: Typed; props: ControlProps }) {
  switch (field.kind) {
    case "textarea":
      return (
        <TextArea
          {...props}
          className="input"
          rows={field.rows ?? 5}
          defaultValue={textOf(typed, field.value)}
        />
      );
    case "select":
      return (
        <select
          {...props}
          className="input"
          key={textOf(typed, field.value)}
          defaultValue={textOf(typed, field.value)}
        >
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
    case "file":
      return (
        <input {...props} className="input" type="file" multiple={field.multiple} accept={field.accept} />
      );
    case "text":
    case "date":
    case "number":
    case "password":
      return (
        <input
          {...props}
          className={field.kind === "date" || field.kind === "number" ? "input narrow" : "input"}
          type={field.kind === "password" ? "password" : "text"}
          inputMode={field.kind === "number" ? "numeric" : undefined}
          // A browser that may not complete a field does not bring its text back either, after its own error page.
          autoComplete={field.autoComplete}
          defaultValue={textOf(typed, field.value)}
        />
      );
    case "radios":
    case "checkboxes":
      return null;
  }
}

type GroupField = Extract<VisibleField, { kind: "radios" | "checkboxes" }>;

function Options({
  id,
  field,
  typed,
  describedBy,
}: {
  id: string;
  field: GroupField;
  typed: Typed;
  describedBy: string | undefined;
}) {
  const chosen = typed === undefined ? [field.value ?? []].flat() : [typed].flat();
  return field.options.map(({ value, label, hint }, index) => (
    <label className="option" key={`${value} ${chosen.includes(value)}`}>
      <input
        id={index === 0 ? id : undefined}
        type={field.kind === "radios" ? "radio" : "checkbox"}
        name={field.name}
        value={value}
        defaultChecked={chosen.includes(value)}
        aria-describedby={describedBy}
      />
      <span>
        {label} {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  ));
}

const hintIds = (
  id: string,
  hint: string | undefined,
  problem: string | undefined,
  lost: boolean,
): string | undefined =>
  [hint && `${id}-hint`, problem && `${id}-fault`, lost && `${id}-again`].filter(Boolean).join(" ") ||
  undefined;

/** What stands in the database, as people read it: a choice by its label. */
function storedText(field: VisibleField, stored: string): string {
  if (!("options" in field)) return stored;
  const chosen = field.kind === "checkboxes" ? stored.split(",") : [stored];
  const labels = field.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return labels.length > 0 ? labels.join("; ") : stored;
}

/** One question of a form with its hint, its message and, after a conflict, the stored text. */
export function FieldInput({ form, field, typed, problem, stored, words }: FieldInputProps) {
  const id = inputId(form, field.name);
  const lost = field.kind === "file" ? [typed ?? []].flat() : [];
  const group = field.kind === "radios" || field.kind === "checkboxes";
  const describedBy = hintIds(id, field.hint, problem, lost.length > 0);
  const Wrapper = group ? "fieldset" : "div";
  const Label = group ? "legend" : "label";
  return (
    <Wrapper className={problem ? "field faulty" : "field"}>
      <Label htmlFor={group ? undefined : id}>
        {field.label}
        {field.optional && <span className="soft"> ({words.optional})</span>}
      </Label>
      {field.hint && (
        <span className="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      )}
      {problem && (
        <span className="fault" id={`${id}-fault`}>
          {problem}
        </span>
      )}
      {lost.length > 0 && (
        <span className="fault" id={`${id}-again`}>
          {fillHere(words.chooseAgain, { names: lost.map((name) => `“${name}”`).join(", ") })}
        </span>
      )}
      {group ? (
        <Options id={id} field={field} typed={typed} describedBy={describedBy} />
      ) : (
        <Control
          field={field}
          typed={typed}
          props={{
            id,
            name: field.name,
            "aria-describedby": describedBy,
            "aria-invalid": problem ? true : undefined,
          }}
        />
      )}
      {stored !== undefined && (
        <div className="stored">
          <strong className="small">{words.stored}</strong>
          <div>{storedText(field, stored) || words.nothing}</div>
        </div>
      )}
    </Wrapper>
  );
}
