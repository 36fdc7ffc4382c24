import { inputId } from "@/components/ui/form-fields";

/** The id of the control that answers for a field of the minutes. */
export const fieldId = (name: string): string => inputId("minutes", name);
