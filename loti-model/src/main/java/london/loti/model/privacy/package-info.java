/**
 * How values about residents are kept from showing. {@link london.loti.model.privacy.Classified} says of every field of a
 * record about a resident what kind of data it holds; {@link london.loti.model.privacy.Sensitive} is a value that prints
 * as redacted.
 */
@NullMarked
package london.loti.model.privacy;

import org.jspecify.annotations.NullMarked;
