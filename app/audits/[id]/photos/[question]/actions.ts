"use server";

import { setCaption } from "@/lib/audits/photos/captions/commands";
import { captionForm } from "@/lib/audits/photos/captions/schema";
import { addPhoto, removePhoto } from "@/lib/audits/photos/commands";
import { photoForm, photoRemoval } from "@/lib/audits/photos/schema";
import { form } from "@/lib/gate/form";

const page = ({ visitId, questionCode }: { visitId: string; questionCode: string }): string =>
  `/audits/${visitId}/photos/${questionCode}`;

export const add = form("audits.record", photoForm, addPhoto, page);
export const caption = form("audits.record", captionForm, setCaption, page);
export const remove = form("audits.record", photoRemoval, removePhoto, page);
