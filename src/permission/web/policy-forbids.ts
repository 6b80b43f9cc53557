import { lookUp } from './look-up.js';

/** Chromium's view of the Permissions Policy; no other engine has one. */
interface FeaturePolicy {
  features(): readonly string[];
  allowsFeature(feature: string): boolean;
}

/**
 * True where the page's Permissions Policy, or that of the frame it is in, surely forbids a feature. False where that cannot be
 * seen: other engines, and features the engine has no policy for.
 */
export const policyForbids = (feature: string): boolean =>
  lookUp(() => {
    const policy = (document as Document & { readonly featurePolicy?: FeaturePolicy }).featurePolicy;
    return policy?.features().includes(feature) === true && !policy.allowsFeature(feature);
  }) === true;
