"use server";

import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import { answerForm, returnForm } from "@/lib/findings/answers/schema";
import {
  acceptBlock,
  claimBlock,
  refuseBlock,
  unblock as unblockFinding,
} from "@/lib/findings/blocks/commands";
import { acceptanceForm, claimForm, refusalForm, unblockingForm } from "@/lib/findings/blocks/schema";
import { closeFinding } from "@/lib/findings/commands";
import { closureForm } from "@/lib/findings/schema";
import { writeMessage } from "@/lib/findings/thread/commands";
import { messageForm } from "@/lib/findings/thread/schema";
import { form } from "@/lib/gate/form";

import { pageOf } from "./address";

export const answer = form("findings.answer", answerForm, answerFinding, pageOf);
export const sendBack = form("findings.return", returnForm, returnAnswer, pageOf);
export const close = form("findings.close", closureForm, closeFinding, pageOf);
export const claim = form("findings.claim", claimForm, claimBlock, pageOf);
export const accept = form("findings.accept", acceptanceForm, acceptBlock, pageOf);
export const refuse = form("findings.refuse", refusalForm, refuseBlock, pageOf);
export const unblock = form("findings.unblock", unblockingForm, unblockFinding, pageOf);
export const discuss = form("findings.discuss", messageForm, writeMessage, pageOf);
