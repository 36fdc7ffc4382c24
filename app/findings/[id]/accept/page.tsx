import { accept } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("accept");
export default turnPage("accept", accept);
