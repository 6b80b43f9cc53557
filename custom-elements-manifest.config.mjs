const inDist = (path) => path.replace(/^\/?components\/(.*)\.ts$/, 'dist/components/$1.js');

/** Paths in the manifest name what ships, not the sources. */
function pathsOfDist() {
  const rename = (value) => {
    if (Array.isArray(value)) return value.map(rename);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, inner]) =>
      typeof inner === 'string' && (key === 'path' || key === 'module')
        ? [key, inDist(inner)]
        : [key, rename(inner)],
    );
    return Object.fromEntries(entries);
  };
  return {
    name: 'paths-of-dist',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = rename(customElementsManifest.modules);
    },
  };
}

/** Private fields and methods are nobody's contract. */
function publicMembersOnly() {
  const isPublic = ({ privacy, name }) =>
    privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
  return {
    name: 'public-members-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        }
      }
    },
  };
}

/** Our events all begin with `ming-`: the analyzer also takes the first argument of an event's class for a name. */
function ownEventsOnly() {
  return {
    name: 'own-events-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          if (declaration.events)
            declaration.events = declaration.events.filter(({ name }) => name?.startsWith('ming-'));
        }
      }
    },
  };
}

export default {
  globs: ['components/**/*.ts'],
  exclude: [
    'components/internal/**',
    'components/styles/**',
    'components/**/*.styles.ts',
    'components/standalone.ts',
  ],
  litelement: true,
  // package.json names the manifest where it ships; the analyser would write its own idea of it.
  packagejson: false,
  plugins: [pathsOfDist(), publicMembersOnly(), ownEventsOnly()],
};
