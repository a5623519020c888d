/** A platform does not answer at the moment: there is nothing to mend on our side, and another try may work. */
export class Unreachable extends Error {}
