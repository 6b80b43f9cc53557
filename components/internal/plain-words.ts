/**
 * The app's own words without characters that turn the direction, cannot be seen or pile up: what is read is what is there.
 * Spaces are folded; nothing left gives an empty string.
 */
export function plainWords(text: string | undefined): string {
  return (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
}
