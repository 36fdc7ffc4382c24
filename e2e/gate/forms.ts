import { ofAccounts } from "./account-forms";
import { ofAgencies } from "./agency-forms";
import { ofDocuments } from "./document-forms";
import { ofFindings } from "./finding-forms";
import { ofLaws } from "./law-forms";
import { ofPlans } from "./plan-forms";
import type { ProofForm } from "./types";
import { ofVisits } from "./visit-forms";
import type { formActions } from "@/lib/gate/form-doors";

/** A form for every server action. An action without one does not compile. */
export const proofForms: Record<keyof typeof formActions, ProofForm> = {
  ...ofAccounts,
  ...ofAgencies,
  ...ofVisits,
  ...ofDocuments,
  ...ofFindings,
  ...ofLaws,
  ...ofPlans,
};
