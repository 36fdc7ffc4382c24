import type { Locale as KernelLocale } from "@/lib/kernel/format";
import type { vi } from "@/messages/vi";

declare module "next-intl" {
  interface AppConfig {
    Locale: KernelLocale;
    Messages: typeof vi;
  }
}
