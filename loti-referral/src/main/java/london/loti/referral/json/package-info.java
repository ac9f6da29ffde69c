/**
 * How records about residents become JSON in two parts: what is about the work, in clear, and what is about a person, to
 * be sealed. Not for embedders; the module does not export it.
 */
@NullMarked
package london.loti.referral.json;

import org.jspecify.annotations.NullMarked;
