import { close } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("verify");
export default turnPage("verify", close);
