import { putAway } from "@/lib/fieldwork/kept/commands";
import { keptMessage } from "@/lib/fieldwork/kept/schema";
import { subjects, type Collection } from "@/lib/fieldwork/sealed-files/types";
import { receiveMinutes } from "@/lib/visits/commands";
import { takeGroup } from "@/lib/visits/groups/commands";
import { groupMessage } from "@/lib/visits/groups/schema";
import { captionPhoto } from "@/lib/visits/photos/captions/commands";
import { captionMessage } from "@/lib/visits/photos/captions/schema";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { takeBackPhoto } from "@/lib/visits/photos/removals/commands";
import { removalMessage } from "@/lib/visits/photos/removals/schema";
import { photoMessage } from "@/lib/visits/photos/schema";
import { receiveRecheck } from "@/lib/visits/rechecks/commands";
import { recheckMessage } from "@/lib/visits/rechecks/schema";
import { receiveGroup } from "@/lib/visits/recording/commands";
import { sheetMessage } from "@/lib/visits/schema";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { deliverable, type Deliverable } from "@/lib/gate/deliverable";

/** What an item is about, as far as its words can be read: nothing overtakes what is missing of the same subject. */
type About = { id: string; part: string; findingId: string | undefined };

type Delivery = { take: Deliverable; subject: (about: About) => string };

/** Everything of a visit that a device delivers: addresses and sealed files read this list. */
export const deliveries: Record<Collection, Delivery> = {
  sheets: {
    take: deliverable(sheetMessage, receiveGroup),
    subject: ({ part }) => `${subjects.sheets}:${part}`,
  },
  rechecks: {
    take: deliverable(recheckMessage, receiveRecheck),
    subject: ({ findingId }) => `${subjects.rechecks}:${findingId}`,
  },
  attachments: {
    take: deliverable(photoMessage, attachPhoto),
    subject: ({ id }) => `${subjects.attachments}:${id}`,
  },
  captions: {
    take: deliverable(captionMessage, captionPhoto),
    subject: ({ id }) => `${subjects.captions}:${id}`,
  },
  removals: {
    take: deliverable(removalMessage, takeBackPhoto),
    subject: ({ id }) => `${subjects.removals}:${id}`,
  },
  groups: {
    take: deliverable(groupMessage, takeGroup),
    subject: ({ part }) => `${subjects.groups}:${part}`,
  },
  minutes: {
    take: deliverable(minutesMessage, receiveMinutes),
    subject: () => subjects.minutes,
  },
};

/** What is delivered at an address of this name. */
export const deliveryAt = (name: string | undefined): Deliverable | undefined =>
  new Map<string | undefined, Delivery>(Object.entries(deliveries)).get(name)?.take;

/** What was refused for good, put away by whoever recorded it. */
export const keptDelivery = deliverable(keptMessage, putAway);
