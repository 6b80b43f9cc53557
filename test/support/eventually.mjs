/** Resolves once `look` resolves with something true; rejects after 5 s. */
export const eventually = async (look) => {
  for (const end = performance.now() + 5000; performance.now() < end;) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`this never came true: ${look}`);
};
