import { answer } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("answer");
export default turnPage("answer", answer);
