import { motionContract } from "../contracts/motionContract.ts";
import { storeContract } from "../contracts/storeContract.ts";
import { togetherContract } from "../contracts/togetherContract.ts";

storeContract("server");
motionContract("server");
togetherContract("server");
