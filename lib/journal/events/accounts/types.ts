import type { Changed, PutAway } from "@/lib/journal/events/fields/types";
import type { Value } from "@/lib/journal/types";

type Handed = { left?: number; handedTo?: string; handedCount?: number };

export type OfAccount = {
  "account-created": {
    name: string;
    fullName: string;
    role: string;
    agency: string | null;
    address: string;
    person?: string;
  };
  "account-rights-changed": Changed<{ role: string; agency: string | null; person: string }> &
    Handed & { name: string };
  "account-password-reset": { name: string };
  "account-disabled": Handed & { name: string };
  "account-handed-on": Handed & { name: string };
  "account-enabled": { name: string };
  "account-signed-out": { name: string; sessions: number };
  "password-changed": { name: string; sessions: number };
  "session-ended": { name: string; sessions: number };
  "calendar-issued": { name: string };
  "calendar-revoked": { name: string };
  "mail-setting-changed": Changed<{ address: string; language: string; reminders: string }>;
  "mails-stopped": { reminders: string; remindersBefore: string };
  "queue-brought-in": { readonly [field: string]: Value; name: string; sha256: string };
  "item-put-away": PutAway;
};
