import { motionContract } from "../contracts/motionContract.ts";
import { storeContract } from "../contracts/storeContract.ts";
import { togetherContract } from "../contracts/togetherContract.ts";

storeContract("memory");
motionContract("memory");
togetherContract("memory");
