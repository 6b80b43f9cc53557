/**
 * Shows a stream in a `<video>` until `signal` aborts; then its tracks end, and the light of the camera goes out. Returns
 * what ends it before.
 */
export function showLive(video, stream, signal) {
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };
  if (signal.aborted) {
    stop();
    return stop;
  }
  signal.addEventListener('abort', stop, { once: true });
  video.srcObject = stream;
  video.muted = true;
  video.hidden = false;
  video.play().catch(() => undefined);
  return stop;
}
