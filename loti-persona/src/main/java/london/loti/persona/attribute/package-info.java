/**
 * An attribute is one thing that may be known of a person: an age, a level of confidence, the device they use. Answers
 * to the same attributes form a {@link london.loti.persona.attribute.Sample}, one row a person and one column an
 * attribute, with gaps where nobody knows. {@link london.loti.persona.attribute.Gower} says how far two rows lie apart,
 * whatever the kinds of their attributes.
 *
 * <p>An attribute also says what it may be used for ({@link london.loti.persona.attribute.AttributeUse}), so that
 * matching, audits and reports all keep to it.
 */
@NullMarked
package london.loti.persona.attribute;

import org.jspecify.annotations.NullMarked;
