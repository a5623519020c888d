import { storeContract } from "../contracts/storeContract.ts";

storeContract("server");
