import { storeContract } from "../contracts/storeContract.ts";

storeContract("embedded");
