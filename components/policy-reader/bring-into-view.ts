/** How many frames an element may take to get a size and come to rest. */
const FRAMES = 30;

/** How many frames in a row it must not move: what is drawn late pushes it only then. */
const AT_REST = 4;

/**
 * Scrolls to an element and stays with it while parts of the page that were not drawn before find their real height.
 * Resolves when it rests, or when it left the page.
 */
export async function bringIntoView(target: Element): Promise<void> {
  let before: number | undefined;
  let still = 0;
  for (let frame = 0; frame < FRAMES && still < AT_REST && target.isConnected; frame += 1) {
    const { top, height } = target.getBoundingClientRect();
    still = top === before ? still + 1 : 0;
    if (still === 0 && height > 0)
      target.scrollIntoView({ block: height < innerHeight * 0.4 ? 'center' : 'start' });
    before = height > 0 ? target.getBoundingClientRect().top : undefined;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
