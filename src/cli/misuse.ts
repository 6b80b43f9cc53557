/** A command line that makes no sense: a sentence, the way to the help, and exit code 2. */
export class Misuse extends Error {}
