"use server";

import { setCaption } from "@/lib/visits/photos/captions/commands";
import { addPhoto } from "@/lib/visits/photos/commands";
import { form } from "@/lib/gate/form";
import { removePhoto } from "@/lib/visits/photos/removals/commands";

const page = ({ visitId, questionCode }: { visitId: string; questionCode: string }): string =>
  `/audits/${visitId}/photos/${questionCode}`;

export const add = form(addPhoto, page);
export const caption = form(setCaption, page);
export const remove = form(removePhoto, page);
