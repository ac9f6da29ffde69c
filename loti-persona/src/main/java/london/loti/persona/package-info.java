/**
 * A persona is an invented resident who stands for many: what keeps them offline, what they are good at, and what would
 * help, with evidence for every claim. Personas serve design, survey samples and disclosed aggregates. A persona is never
 * stored on, or sent with, a real resident: people get needs and an access package.
 */
@NullMarked
package london.loti.persona;

import org.jspecify.annotations.NullMarked;
