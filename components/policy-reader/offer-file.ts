/** Hands a text to the person as a file to keep. Nothing leaves the device. */
export function offerFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').slice(0, 120);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
