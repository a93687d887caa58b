/** The time now, given to whoever needs it: the domain never asks a clock itself. */
export type Clock = () => Date;
