import { unblock } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("unblock");
export default turnPage("unblock", unblock);
