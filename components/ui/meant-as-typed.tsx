import { meantAsTyped, type FormState } from "@/lib/gate/types";

/** Where a form asks whether a text is meant as it stands, the box that says so; once said, it stays said. */
export function MeantAsTyped({ problems, values }: Pick<FormState, "problems" | "values">) {
  return (
    <>
      {[values[meantAsTyped] ?? []].flat().map((field) => (
        <input key={field} type="hidden" name={meantAsTyped} value={field} />
      ))}
      {problems.map(
        ({ field, confirm }) =>
          field &&
          confirm && (
            <label className="option" key={field}>
              <input type="checkbox" name={meantAsTyped} value={field} />
              <span>{confirm}</span>
            </label>
          ),
      )}
    </>
  );
}
