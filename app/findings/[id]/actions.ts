"use server";

import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import {
  acceptBlock,
  claimBlock,
  refuseBlock,
  unblock as unblockFinding,
} from "@/lib/findings/blocks/commands";
import { closeFinding } from "@/lib/findings/commands";
import { writeMessage } from "@/lib/findings/thread/commands";
import { form } from "@/lib/gate/form";

import { pageOf } from "./address";

export const answer = form(answerFinding, pageOf);
export const sendBack = form(returnAnswer, pageOf);
export const close = form(closeFinding, pageOf);
export const claim = form(claimBlock, pageOf);
export const accept = form(acceptBlock, pageOf);
export const refuse = form(refuseBlock, pageOf);
export const unblock = form(unblockFinding, pageOf);
export const discuss = form(writeMessage, pageOf);
