import { sendBack } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("return");
export default turnPage("return", sendBack);
