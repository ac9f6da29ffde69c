/**
 * Validation checks what somebody typed into a form, and tells all problems at once in plain words, with the field's
 * path and without the value. Start at {@link london.loti.model.validation.LotiValidation}.
 */
@NullMarked
package london.loti.model.validation;

import org.jspecify.annotations.NullMarked;
