import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";

/** "000877, hệ thống nhận lúc 03/01/2018 08:15": a receipt with the moment of arrival; the number alone where nobody kept that. */
export const receiptSaid = (
  { number, time = "" }: { number: string; time?: string | undefined },
  words: Words["field"],
): string => (time === "" ? number : fill(words.receiptAt, { number, time }));
