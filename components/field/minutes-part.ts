/** The screens of the minutes: what the app loads behind its first screen. */
export { CheckView } from "@/components/field/check-view";
export { PrintView } from "@/components/field/print-view";
export { ReadView } from "@/components/field/read-view";
export { SealedView } from "@/components/field/sealed-view";
export { SignView } from "@/components/field/sign-view";
