/** The compiler's version, as policies carry it. A test holds it equal to the package's. */
export const COMPILER_VERSION = '0.1.0';
