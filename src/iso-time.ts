/** ISO 8601 in UTC. A clock that tells no time is written as 1970: an answer is not lost to it. */
export const isoTime = (milliseconds: number): string =>
  new Date(Math.abs(milliseconds) <= 8.64e15 ? milliseconds : 0).toISOString();
