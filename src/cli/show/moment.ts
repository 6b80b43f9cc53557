const two = (number: number): string => String(number).padStart(2, '0');

/** A moment in this machine's time zone, which is named, and in UTC as it was recorded. */
export function momentWords(time: string): string {
  const at = new Date(time);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  return `${day} ${clock} ${offsetWords(-at.getTimezoneOffset())} (${zone}); ${time}`;
}

function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
