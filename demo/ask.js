/**
 * Asks for a permission, on the person's tap and for the function they tapped. Resolves with the outcome; what fails is not
 * granted. `screen` is what a view is rendered with: leaving the view ends the question.
 */
export async function ask({ engine, signal }, kind, words) {
  try {
    return await engine.askPermission(kind, { ...words, trigger: 'user', signal });
  } catch (error) {
    console.warn(error.code, error.message);
    return { granted: false, reason: 'failed' };
  }
}
